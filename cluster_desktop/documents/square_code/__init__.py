"""Square codes (QR, ISO/IEC 18004): drawn on certificates, and read back from pictures of them."""
