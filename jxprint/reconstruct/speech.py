"""Signs of the words of short lines."""
from __future__ import annotations
from functools import cache
from jxprint.resources import words_file

@cache
def _kinds():
    found = {}
    for line in words_file().read_text(encoding="utf-8").splitlines():
        n, k, f, w = line.split(" ")
        n = int(n)
        for at in range(0, len(w), n):
            found[w[at:at+n]] = k
    return found

def kinds_of(text):
    K=_kinds(); at=0; out=[]
    while at<len(text):
        c=text[at]
        if not ("\u4e00"<=c<="\u9fff"):
            k="D" if c.isdigit() else "L" if c.isalpha() else "B" if c.isspace() else "P"
            if not out or out[-1]!=k: out.append(k)
            at+=1; continue
        for n in (4,3,2,1):
            k=K.get(text[at:at+n]) if at+n<=len(text) else None
            if k or n==1:
                out.append(k or "u"); at+=n; break
    return out

def speech_signs(traits, shown):
    found=[[] for _ in traits]
    ks=[kinds_of(t.text[:30]) if s else None for t,s in zip(traits,shown)]
    for at,k in enumerate(ks):
        if not k:
            continue
        body=[x for x in k if x!="P"] or ["P"]
        f=found[at]
        f.append("fw-"+body[0]); f.append("lw-"+body[-1])
        v=sum(x=="v" for x in body)
        f.append(f"verbs{min(2,v)}-{'a' if len(body)<4 else 'b' if len(body)<7 else 'c'}")
        if at and ks[at-1]:
            pb=[x for x in ks[at-1] if x!="P"] or ["P"]
            f += (f"x{pb[-1]}{body[0]}", f"p-verbs{min(2,sum(x=='v' for x in pb))}{min(2,v)}")
        if at+1<len(ks) and ks[at+1]:
            pb=[x for x in ks[at+1] if x!="P"] or ["P"]
            f += (f"y{body[-1]}{pb[0]}", f"n-verbs{min(2,sum(x=='v' for x in pb))}{min(2,v)}")
    return found
