"""What an item of ninjs may have, written down from the schemas that the IPTC publishes: 3.1, with what 3.3 adds.

A property is written as name:kind, one without a kind is a text, one with `!` has to be there. Kinds: `uri` and `time`
(formats of texts), `when` (a year, a month, a day or a time), `int`, `number`, `1..9`, `a|b` (one of these words),
`@shape`, `any`, and `[]` before one of them for a list.
"""

from __future__ import annotations

_NEWS = "text|audio|video|picture|graphic|composite|component|event|planning"
_STATUS = "usable|withheld|canceled"
_NAMED = "name rel uri:uri literal"

SHAPES = {
    "item": f"""uri!:uri type:{_NEWS} representationType:full|partial profile version firstCreated:time
        versionCreated:time contentCreated:time embargoedUntil:time expires:time pubStatus:{_STATUS} urgency:1..9
        copyrightHolder copyrightNotice usageTerms edNote language title by slugline located
        descriptions:[]@text bodies:[]@body headlines:[]@text people:[]@person organisations:[]@organisation
        places:[]@place subjects:[]@subject events:[]@event eventDetails:@eventDetails plannedCoverage:[]@coverage
        objects:[]@object infoSources:[]@source renditions:[]@rendition associations:[]@associated altIds:[]@altId
        trustIndicators:[]@trust standard:@standard genres:[]@genre rightsInfo:@rights digitalSourceType:@digital""",
    "text": "role contentType value!",
    "body": "role contentType charCount:int wordCount:int value!",
    "person": f"{_NAMED} contactInfo:[]@contact",
    "organisation": f"{_NAMED} symbols:[]@symbol contactInfo:[]@contact",
    "symbol": "exchange symbolType:uri symbol",
    # A place's GeoJSON is a standard of its own, and nothing here reads it.
    "place": f"{_NAMED} contactInfo:[]@contact geoJSON:any",
    "subject": f"{_NAMED} creator relevance:0..100 confidence:0..100",
    "event": f"id {_NAMED}",
    "object": _NAMED,
    "source": "name role uri:uri literal contactInfo:[]@contact",
    "contact": "type role lang name value address:@address",
    "address": "lines:[] locality area postalCode country",
    "eventDetails": "eventStatus:uri plannedCoverageStatus:uri dates:@dates organiser:@organisation",
    "dates": """startDate:time endDate:time expectedStartDate:when expectedEndDate:when expectedDuration
        recurrence:@again""",
    # The schema asks of recurrenceDates that it be a list and a text at once, which nothing is: it is not looked at.
    "again": "recurrenceDates:any recurrenceRules:[]@rule",
    "rule": "frequency:secondly|minutely|hourly|daily|weekly|monthly|yearly interval:int until:time count:int",
    "coverage": f"""uri:uri title pubStatus:{_STATUS} type:{_NEWS} commissioned:@commissioned dates:@dates
        audiences:[]@audience exclAudience:[] edNote urgency:1..9 language itemCount:@range wordCount:int
        renditions:[]@rendition""",
    "commissioned": "by on:time references:[]@reference",
    "reference": "name value",
    "audience": "audience significance:int",
    "range": "rangeFrom:int rangeTo:int",
    "rendition": """name! href:uri contentType title width:int height:int sizeInBytes:int duration:number format
        aspectRatio videoCodec frameRate:number poi:@point transportProtocol scanType:progressive|interlaced bitrate""",
    "point": "x:int y:int",
    "altId": "role value",
    "trust": "role:uri title href:uri",
    "standard": "name version schema:uri",
    "genre": "name uri literal",
    "rights": "langId:uri linkedRights:uri encodedRights",
    "digital": "name uri:uri literal",
    "resource": "role title language contentType",
}
SHAPES["associated"] = SHAPES["item"].replace("title by", "name! rel title by")
# What 3.2 and 3.3 have besides; of 3.0 nothing is known that 3.1 does not have.
_LATER = {
    "item": "contentDigitised:time",
    "associated": "contentDigitised:time",
    "rendition": "resources:[]@resource extensions:any",
}
LATER = {**SHAPES, **{name: f"{SHAPES[name]} {more}" for name, more in _LATER.items()}}
# Of two properties one has to be there, and not both.
ONE_OF = {
    "contact": (("value", "address"),),
    "rights": (("linkedRights", "encodedRights"),),
}
# Of the dates of an event one pair or the other has one of its two.
EITHER = {"dates": (("startDate", "expectedStartDate"), ("endDate", "expectedEndDate"))}

# Versions 1 and 2 (1.8, 2.4) write all names small, and 1 has some of its own: texts under names that begin alike, and
# objects where later versions have lists. What stands in those objects is told as it is met, and not judged.
OLDER = {
    **SHAPES,
    "item": SHAPES["item"]
    .replace("full|partial", "full|partial|complete|incomplete")
    .replace("renditions:[]@rendition", "renditions:any")
    .replace("altIds:[]@altId", "altIds:any")
    + """ name rel embargoed:time byline headline mimetype contentDigitised:time charcount:any wordcount:any person:any
        organisation:any place:any subject:any event:any object:any infosource:any genre:any""",
}
OLDER["associated"] = OLDER["item"]
OPEN = frozenset(OLDER) - {"item", "associated", "text", "body"}
PREFIXES = ("body_", "headline_", "description_")
