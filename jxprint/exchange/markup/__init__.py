"""Text marked up as HTML or a kin of it (NITF, CNML's content, ninjs' bodies, Markdown's tokens) as paragraphs."""
