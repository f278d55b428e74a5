"""Files from outside: what stands where a name leads, and PDFs opened within bounds. See ARCHITECTURE.md."""
