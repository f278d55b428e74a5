"""DOCX (ISO/IEC 29500) as Word and WPS write it: a zip archive whose parts are read by expat, within bounds.

No library is asked: what a newsroom needs of a document are its paragraphs, and what python-docx has of them leaves out
just what has to be told here: tracked changes, comments, text boxes, field codes, notes.
"""
