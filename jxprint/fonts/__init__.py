"""Faces (字体): what comes along, what a newsroom brings, which face sets which character. See ARCHITECTURE.md."""
