"""The editor of certificate layouts: boxes moved on the certificate itself."""
