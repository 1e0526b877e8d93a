"""The editor of certificate layouts: boxes pushed about on the certificate itself."""
