"""The proof-reader (校对): what stands in the copy that should not, and how it is put right.

Rules look at copy alone, never at how it will be set. They take a page of the model as lines of copy and return
slips; nothing here reads or writes a file. `jxprint.lint.rules` has the rules, `jxprint.lint.mending` puts copy right.
"""
