# ruff: noqa: E501, ISC004 - a pattern of a table stands on one line, where it can be read
"""Wordings of the circumstances of an event (code cause)."""

from __future__ import annotations

from typing import Final

_THEIR: Final = r"(?:his|her|their|its)"
_SELVES: Final = r"(?:himself|herself|themselves|themself)"
_OTHERS: Final = r"(?:mother|father|parents?|grand\w+|uncle|aunt|carer|friend|partner|husband|wife)"
_CARE: Final = r"(?:medical|health|healthcare|dental)"
_LIST: Final = r"(?:(?:,? and|,? or|,|/) ?(?:physical|sexual|emotional|psychological|verbal)(?:ly)?){0,3}"

# A space stands for any space or hyphen.
CAUSES: Final = (
    (
        "abusive-head-trauma",
        r"(?:abusive|non accidental|inflicted)(?: and)? (?:serious |severe )?(?:head|brain) (?:trauma|injur(?:y|ies))|shaken|shaking|shook",
    ),
    (
        "non-accidental-injury",
        r"non accidental(?:ly)?(?!(?: \w+)? (?:head|brain))|(?<!self\s)(?<!self-)inflicted (?:(?!head|brain)\w+ )?(?:injur(?:y|ies)|fractures?|bruis(?:es|ing)|wounds?)|deliberate(?:ly)? (?:inflicted|injur(?:y|ies|ed))|injur(?:y|ies) (?:\w+ ){0,6}(?<!self\s)(?<!self-)(?:inflicted|caused deliberately|deliberately caused)",
    ),
    (
        "accident",
        r"(?<!non\s)(?<!non-)(?<!not\s)accident(?:al|ally|s)?(?! and emergency)|misadventure",
    ),
    (
        "airway-obstruction",
        r"airway obstruction|obstruct(?:ion of|ed) (?:the |his |her |their )?airways?|chok(?:ed|ing)|(?:inhaled|inhalation of) (?:\w+ )?(?:food|vomit|milk)|accidental(?:ly)? asphyxia(?:ted|tion)?|positional asphyxia|accidental(?:ly)? suffocat(?:ion|ed)",
    ),
    (
        "unsafe-sleep",
        r"unsafe(?: \w+)? sleep(?:ing)?|(?:sleeping|asleep|slept) (?:\w+ ){0,3}?in (?:an? )?unsafe|co ?sleeping|co ?slept|bed ?shar(?:ing|ed)|shar(?:ing|ed) (?:a|the|his|her|their) (?:\w+ )?(?:bed|sofa)|overl(?:ay|aid|aying|ain)"
        r"|shared (?:a|the|his|her|their) (?:\w+ )?(?:bed|sofa|sleeping (?:space|surface))|(?:asleep|sleep|sleeping|slept)(?: together| alone)? (?:in|on) (?:an?|the|his|her|their)(?: same)? (?:sofa|settee|couch|armchair|bean ?bag|(?:parents?'?|parental|mother's|father's|adult|double) (?:bed|mattress))"
        rf"|(?:asleep|sleeping|slept) (?:in (?:an?|the)(?: same)? bed )?with {_THEIR} (?:mother|father|parents|(?:\w+ )?(?:siblings?|brother|sister))|in bed with {_THEIR} (?:mother|father|parents)|(?:put|placed|laid) (?:down )?to sleep (?:on {_THEIR} (?:front|stomach|tummy)|face down)|surface sharing",
    ),
    (
        "sudi",
        r"sudden (?:and )?un(?:expected|explained) (?:death in infancy|infant death)|sudden infant death(?: syndrome)?|sudi|sids|cot death|un(?:expected|explained) death in infancy|(?:baby|infant|(?:week|day) old)(?: \w+)? (?:who )?died suddenly"
        r"|sudden (?:and )?un(?:expected|explained) death of (?:a|an|two|three) (?=[\w\s-]{0,24}(?:week|day|month|infant|baby|babies|newborn))",
    ),
    (
        "suicide",
        rf"suicides?(?! attempt)(?! risk)(?! ideation)|t(?:ook|aken) {_THEIR} own li(?:fe|ves)|ended {_THEIR} (?:own )?li(?:fe|ves)|(?:killed|hanged) {_SELVES}|d(?:ied|eath) by {_THEIR} own hand",
    ),
    (
        "self-harm",
        rf"attempted suicides?|suicide attempts?|self harm(?:ed|ing)?|(?:attempt(?:ed|s|ing)?|tried|trying) to (?:(?:end|take) {_THEIR} (?:own )?li(?:fe|ves)|(?:kill|hang|drown) {_SELVES})|(?:cut|cutting|harmed|harming|injured|injuring) {_SELVES}|self inflicted (?:\w+ )?(?:injur(?:y|ies)|wounds?|cuts)|(?:intentional|deliberate)(?:ly)? overdos\w+",
    ),
    ("manslaughter", r"manslaughter|culpable homicide"),
    (
        "homicide",
        rf"murder(?:s|ed)?(?! of {_THEIR} {_OTHERS})|homicide|unlawful(?:ly)? kill(?:ing|ed)|killed(?: (?!in\b|when\b|after\b)\w+){{0,5}}? by (?!a (?:car|train|bus|lorry|van|vehicle|fall|dog))|(?:mother|father|parents?|partner|boyfriend|uncle|aunt|brother|grand\w+|neighbour)(?: (?:then|had|later|who))* killed (?:him|her|them|both|the (?:child|children|baby|boy|girl))(?! ?sel)|killing(?! {_SELVES})|infanticide|filicide",
    ),
    ("overdose", r"overdos(?:e|ed|ing)"),
    (
        "poisoning",
        r"poison(?:ed|ing)|ingest(?:ed|ing|ion)|swallow(?:ed|ing)|methadone|toxicity|carbon monoxide|(?:drank|drunk|drinking|ate|eaten|eating) (?:\w+ ){0,2}?(?:bleach|medicines?|medication|tablets|drugs|cannabis|antifreeze|cleaning fluid)|(?:toxic|fatal) (?:effects|level|dose) of|(?:took|taking|taken|given) (?:\w+ ){0,2}?(?:ecstasy|mdma|heroin|morphine|cocaine|sedatives?|opiates?)",
    ),
    (
        "drowning",
        r"drown(?:ed|ing)|(?:face down|submerged|floating|under the water) in (?:the|an?) (?:\w+ )?(?:bath|pond|river|canal|lake|pool|sea)",
    ),
    (
        "burns-scalds",
        r"burns?|burned|burnt|scald(?:s|ed|ing)?|smoke inhalation|arson|(?:house |flat )?fire(?! (?:service|brigade|and rescue|arm))",
    ),
    (
        "strangulation",
        r"strangl(?:ed|ing)|strangulation|smother(?:ed|ing)|asphyxiated by|hands (?:a?round|over) (?:his|her|their|the (?:child|baby|boy|girl)'s) (?:neck|throat|mouth|nose)|(?<!accidental\s)suffocat(?:ed by|ion)",
    ),
    (
        "weapon",
        r"stab(?:bed|bing)|stab (?:wounds?|injur\w+)|kni(?:fe|ves)|shot|shooting|gunshot|guns?|firearms?|machetes?|knifed|slashed|crossbow|(?:with|using) an? (?:\w+ )?(?:weapon|axe|hammer|sword|blade|bat)",
    ),
    (
        "thrown-or-dropped",
        r"(?:thrown|threw|throwing|hurled|flung) (?:them |him |her |the \w+ )?(?:from|off|onto|into|out|down|against|across|to the)|dropp(?:ed|ing) (?:them|him|her|the (?:baby|child)|from)",
    ),
    (
        "medical-neglect",
        rf"(?:medical|medically|dental) neglect(?:ed)?|neglect of {_THEIR} {_CARE} (?:needs?|conditions?|care|treatment)|unmet {_CARE} needs|{_CARE} (?:needs?|conditions?|care)(?: \w+){{0,2}}? (?:neglected|unmet|(?:was|were|been|being) not met|not (?:been |being )?(?:\w+ )?(?:met|managed|treated)(?: (?:well|adequately|properly))?)|condition (?:was|had|had been) (?:not (?:been )?(?:\w+ )?managed|(?:poorly|badly) managed)"
        r"|(?:not|never|without being|without) (?:been |being )?given (?:(?:his|her|their|the|prescribed|regular|enough|any) )*(?:medication|insulin|medicines?|treatment|inhalers?)|(?:failed|failing|failure) to (?:give|administer|provide) (?:(?:his|her|their|the|him|her|with|prescribed|regular|enough) )*(?:medication|insulin|medicines?|medical (?:care|treatment))",
    ),
    (
        "neglect",
        r"(?<!medical\s)neglect(?:ed|ing)?(?! of (?:his|her|their) (?:medical|health|dental))|neglectful|starved|starvation|(?:squalid|filthy|insanitary|unsanitary) (?:home )?(?:conditions|house|home|flat)",
    ),
    (
        "emotional-abuse",
        rf"(?:emotional|psychological)(?:ly)?{_LIST} (?:abus(?:e|ed|ing)|harm(?:ed)?|cruelty|ill treat(?:ed|ment)|maltreat(?:ed|ment))",
    ),
    (
        "physical-abuse",
        rf"physical(?:ly)?{_LIST} (?:abus(?:e|ed|ing)|assault(?:s|ed)?|cruelty|chastise(?:d|ment)|punish(?:ed|ment)|ill treat(?:ed|ment)|maltreat(?:ed|ment))|(?:was|were|been|being) (?:\w+ly )?(?:hit|punched|kicked|slapped|whipped|beaten)(?! by (?:an? )?(?:car|train|bus|lorry|van|vehicle|horse))|tortured?|(?<!sexual\s)(?<!sexually\s)assault(?:s|ed)?(?! (?:his|her|their|the|a|an|another) (?:\w+ )?(?:carer|mother|father|parents?|teacher|man|woman|partner|police|member))(?! by penetration)|beaten|beatings?",
    ),
    (
        "sexual-exploitation",
        r"(?:child )?sexual(?:ly)?(?: and criminal(?:ly)?)? exploit(?:ation|ed|ing)|exploited (?:sexually|for sex)|cse",
    ),
    (
        "criminal-exploitation",
        r"criminal(?:ly)?(?: and sexual(?:ly)?)? exploit(?:ation|ed|ing)|exploited (?:by [^.;,]{1,40})?(?:criminally|to (?:sell|carry|transport|move|supply|deal))|(?:made|forced|coerced|groomed|recruited|used) (?:by [^.;,]{1,40})?to (?:sell|deal|carry|transport|move|supply|run) (?:class a |illegal |hard )?drugs|(?:sell|deal|carry|transport|supply|run)(?:ing)? (?:class a |illegal |hard )?drugs for|carrying for others|cce|county lines",
    ),
    (
        "sexual-abuse-family",
        r"intra ?familial (?:child )?sexual abuse|sexual abuse (?:with)?in the family|sibling sexual abuse|incest(?:uous)?|(?:raped|sexual(?:ly)? (?:abuse|abused)) (?:with)?in (?:the|his|her|their) (?:home|family) by",
    ),
    (
        "sexual-abuse-outside",
        r"extra ?familial (?:child )?sexual abuse|(?:sexual(?:ly)? (?:abuse[d]?|assault(?:ed)?)|raped?)(?: of [^.;,]{1,60}| [^.;,]{1,30})? (?:by (?:an? )?(?:\w+ )?(?:strangers?|(?:m[ae]n|person|people|males?|adults?) (?:(?:he|she|they) (?:had )?met|outside|unknown|not known))|outside (?:the|his|her|their) (?:family|home)|(?:in|at) (?:an?|the|his|her|their) (?:\w+ )?(?:children's home|residential school|boarding school|nursery|sports club))",
    ),
    (
        "harmful-sexual-behaviour",
        r"harmful sexual behaviours?|sexually harmful behaviours?|hsb|sexual behaviours? (?:that (?:was|were) )?(?:harmful|towards)",
    ),
    (
        "fabricated-illness",
        r"(?:fabricat(?:ed|ion)|induced)(?: or induced| and induced| or induction of)? illness(?:es)?|illness(?:es)? (?:was |were |being )?(?:fabricated|induced)|fii|perplexing presentations?|(?:fabricat(?:ed|ing|ion of)|induc(?:ed|ing)|exaggerat(?:ed|ing|ion of)|invent(?:ed|ing)|made up) (?:(?:his|her|their|the|and|or|induced|fabricated|exaggerated|child's|signs of) )*(?:illness(?:es)?|symptoms?|seizures?|fits|medical conditions?)",
    ),
    (
        "faith-belief-abuse",
        r"abuse linked to (?:faith|belief|witchcraft)(?: \w+)?|witchcraft|spirit possession|(?:faith|belief) (?:based|related) abuse|ritual(?:istic)? abuse|exorcis(?:m|ed|ms)|possessed by|d?jinns?|(?:a|being) witch(?:es)?",
    ),
    ("fgm", r"female genital mutilation|fgm|female circumcision|genital cutting"),
    (
        "forced-marriage",
        r"forced marriage|(?:forced|made|coerced|pressured|compelled) (?:in)?to (?:an? )?(?:unwanted )?(?:marry|marriage)|married (?:abroad )?against (?:his|her|their) (?:will|wish(?:es)?)|(?:taken|sent|flown) (?:[\w-]+ ){0,8}?(?:to be married|to marry|for (?:an? )?(?:arranged )?marriage)",
    ),
    (
        "abduction",
        r"abduct(?:ion|ed|ing)|kidnap(?:s|ped|ping)?|(?:taken|removed) (?:abroad|overseas|out of the country|from the (?:country|jurisdiction)) (?:\w+ ){0,4}?without",
    ),
    (
        "trafficking",
        r"traffick(?:ed|ing)|modern slavery|forced labour|domestic servitude|cannabis (?:farm|factory)",
    ),
    (
        "natural-causes",
        r"natural causes?|medical causes?|(?:died|deaths?)\b[^.;,]{0,60}? (?:from|of|due to) (?:an? )?(?:complications of|(?:\w+ )?infection|sepsis|meningitis"
        r"|(?:acute |chronic )?ketoacidosis|heart (?:condition|defect|disease|failure)|leukaemia|(?:brain )?tumours?|bronchiolitis|influenza|measles|an? seizure|pneumonia|asthma|epilep\w+|diabet\w+|cancer)(?!\W+(?:as|due)\b)",
    ),
    (
        "undetermined",
        r"un(?:explained|ascertained|determined)(?! absence)|open verdict|cause (?:of (?:the |his |her |their )?(?:death|injur(?:y|ies)) )?(?:\w+ )?(?:is|was|remains|has|could|cannot) (?:not|unknown|unclear)(?: be| been)?(?: established| determined| found| explained)?"
        r"|(?:could not|did not|unable to|cannot) (?:find|establish|determine) (?:a|the) cause(?: of (?:death|the injur(?:y|ies)))?|no cause (?:of death )?(?:was|could be) (?:found|established)",
    ),
)
"""Codes of cause by the words of a sentence that tells what happened or what was found about it."""
