# Faults for the checks: "# id of the check: what it is to find", then a SPARQL update of the sample that makes it wrong.
# Prefixes are those of kg.namespaces.

# graph-triple-twice: review:r-aaaa2222
INSERT DATA { GRAPH graph:meta { review:r-aaaa2222 cr:alias "first" } }

# graph-none: review:r-aaaa2222
INSERT DATA { review:r-aaaa2222 cr:alias "other" }

# graph-blank-node: review:r-aaaa2222
INSERT { GRAPH graph:source.digest { review:r-aaaa2222 cr:describedIn [] } } WHERE {}

# graph-undescribed: graph:stray
INSERT DATA { GRAPH graph:stray { review:r-aaaa2222 cr:alias "other" } }

# graph-of-class: review:r-aaaa2222
MOVE GRAPH graph:source.digest TO GRAPH graph:derived.digest

# graph-of-tag: statement:f-aaaa2222
INSERT DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:concerns theme:moving } }

# graph-of-label: review:r-aaaa2222
MOVE GRAPH graph:labels.digest TO GRAPH graph:tags.digest

# graph-of-label: statement:f-aaaa2222
INSERT DATA { GRAPH graph:labels.digest { statement:f-aaaa2222 cr:concerns theme:moving } }

# graph-of-quote: selector:s-aaaa2222
INSERT DATA { GRAPH graph:source.digest { selector:s-aaaa2222 oa:exact "the words"@en } }

# graph-of-source: review:r-aaaa2222
MOVE GRAPH graph:source.digest TO GRAPH graph:source.other

# graph-of-source: tagging:digest.issue.sleep
MOVE GRAPH graph:tags.digest TO GRAPH graph:tags.other

# graph-of-source: tagging:f-aaaa2222.theme.sleep
MOVE GRAPH graph:tags.digest TO GRAPH graph:tags.other

# graph-of-source: review:r-aaaa2222
MOVE GRAPH graph:labels.digest TO GRAPH graph:labels.other

# graph-of-source: selector:f-aaaa2222
MOVE GRAPH graph:quotes.digest TO GRAPH graph:quotes.other

# literal-type: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 dcterms:title "Titre"@fr } }

# literal-type: incident:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:year "2019"^^xsd:double } }

# literal-control: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 dcterms:title "First\u202Ereview"@en } }

# literal-control: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 dcterms:title "First\u0007review"@en } }

# property-undeclared: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:examine incident:r-aaaa2222 } }

# property-undeclared: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 foaf:maker incident:r-aaaa2222 } }

# property-kind: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:reviewType "scr" } }

# property-kind: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:alias incident:r-aaaa2222 } }

# class-undeclared: child:r-aaaa2222.1
INSERT DATA { GRAPH graph:source.digest { child:r-aaaa2222.1 a foaf:Person } }

# class-disjoint: statement:f-aaaa2222
INSERT DATA { GRAPH graph:source.digest { statement:f-aaaa2222 a cr:Recommendation } }

# class-missing: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 a prov:Entity } }

# class-missing: theme:sleep
DELETE DATA { GRAPH graph:vocab { theme:sleep a skos:Concept } }

# property-broader-missing: statement:f-aaaa2222
DELETE DATA { GRAPH graph:tags.digest { statement:f-aaaa2222 dcterms:subject theme:sleep } }

# property-broader-missing: statement:r-cccc2222
DELETE DATA { GRAPH graph:tags.digest { statement:r-cccc2222 cr:refersTo agency:midwifery } }

# property-inverse-missing: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:hasStatement statement:f-aaaa2222 } }

# property-inverse-missing: review:r-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:inReview review:r-aaaa2222 } }

# property-inverse-missing: theme:sleep
DELETE DATA { GRAPH graph:vocab { theme:home skos:narrower theme:sleep } }

# property-inverse-missing: theme:moving
DELETE DATA { GRAPH graph:vocab { theme:sleep skos:related theme:moving } }

# property-inverse-missing: agency:midwifery
DELETE DATA { GRAPH graph:vocab { role:midwife skos:relatedMatch agency:midwifery } }

# property-domain: incident:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:alias "other" } }

# property-range: agency:midwifery
INSERT DATA { GRAPH graph:tags.digest { statement:f-aaaa2222 cr:concerns agency:midwifery } }

# iri-undescribed: incident:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:cause code:cause.none-such } }

# iri-owner: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:examines incident:r-bbbb2222 } }

# iri-owner: child:r-aaaa2222.2
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:involvesChild child:r-aaaa2222.2 } }

# iri-owner: passage:r-cccc2222
INSERT DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:evidence passage:r-cccc2222 } }

# iri-owner: selector:r-cccc2222
INSERT DATA { GRAPH graph:source.digest { passage:f-aaaa2222 oa:hasSelector selector:r-cccc2222 } }

# iri-orphan: child:r-aaaa2222.2
DELETE DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:involvesChild child:r-aaaa2222.2 } }

# iri-orphan: passage:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:evidence passage:f-aaaa2222 } }

# iri-orphan: organisation:new-board
DELETE DATA { GRAPH graph:vocab { agency:new-board foaf:focus organisation:new-board } }

# review-alias-twice: review:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { review:r-bbbb2222 cr:alias "first" } }

# review-item-twice: review:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { review:r-bbbb2222 cr:item 1 } }

# review-order: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { statement:n-aaaa2222 cr:position 200 } }

# review-coverage: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:findingsCoverage code:coverage.none } }

# review-coverage: review:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:recommendationsCoverage code:coverage.embedded } }

# review-coverage: review:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { review:r-bbbb2222 cr:recommendationsCoverage code:coverage.partial } }

# review-coverage: review:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { review:r-bbbb2222 cr:recommendationsCoverage code:coverage.complete } }

# incident-year: incident:r-aaaa2222
DELETE DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:year 2019 } } ;
INSERT DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:year 2020 } }

# incident-year: incident:r-aaaa2222
DELETE DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:year 2019 } }

# incident-year: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:year 2020 } }

# incident-child-count: incident:r-aaaa2222
DELETE DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:involvesChild child:r-aaaa2222.2 } }

# incident-child-count: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:childCount 1 } }

# incident-conviction: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:conviction code:conviction.not-stated } }

# incident-conviction: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:conviction code:conviction.stated ; cr:sourceOfHarm code:source-of-harm.no-person } }

# incident-code-alone: incident:r-bbbb2222
INSERT DATA { GRAPH graph:source.digest { incident:r-bbbb2222 cr:outcome code:outcome.death } }

# incident-code-alone: incident:r-aaaa2222
INSERT DATA { GRAPH graph:source.digest { incident:r-aaaa2222 cr:sourceOfHarm code:source-of-harm.no-person } }

# child-age-band: child:r-aaaa2222.1
DELETE DATA { GRAPH graph:source.digest { child:r-aaaa2222.1 cr:ageInMonths 1 } } ;
INSERT DATA { GRAPH graph:source.digest { child:r-aaaa2222.1 cr:ageInMonths 12 } }

# child-age-band-missing: child:r-aaaa2222.2
INSERT DATA { GRAPH graph:source.digest { child:r-aaaa2222.2 cr:ageInMonths 30 } }

# statement-kind: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 a cr:Finding } }

# statement-text-twice: statement:r-cccc2222
INSERT DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text "MIDWIVES to give the advice twice."@en } }

# statement-position: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:position 40 } } ;
INSERT DATA { GRAPH graph:source.digest { statement:f-aaaa2222 cr:position 41 } }

# statement-source: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { review:r-aaaa2222 cr:describedIn document:digest } }

# statement-verbatim: statement:f-aaaa2222
DELETE { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text ?old } } INSERT { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text "Advice reached some."@en } } WHERE { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text ?old } }

# statement-verbatim: statement:f-aaaa2222
DELETE { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text ?old } } INSERT { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text "advice on sleep reached no parents only."@en } } WHERE { GRAPH graph:source.digest { statement:f-aaaa2222 cr:text ?old } }

# statement-role: statement:a-aaaa2222
INSERT DATA { GRAPH graph:tags.digest { tagging:a-aaaa2222.mentioned.health cr:tagRole code:tag-role.addressed } }

# statement-role: statement:n-aaaa2222
INSERT DATA { GRAPH graph:tags.digest { tagging:n-aaaa2222.mentioned.health cr:tagRole code:tag-role.addressed } }

# statement-untagged: statement:f-bbbb2222
INSERT DATA { GRAPH graph:tags.digest { statement:f-bbbb2222 cr:concerns theme:moving } }

# statement-untagged: statement:f-aaaa2222
INSERT DATA { GRAPH graph:tags.digest { statement:f-aaaa2222 cr:addressedTo agency:midwifery } }

# statement-refers-bare: statement:f-bbbb2222
INSERT DATA { GRAPH graph:tags.digest { statement:f-bbbb2222 cr:refersTo agency:health } }

# tagging-direct-missing: tagging:f-aaaa2222.theme.sleep
DELETE DATA { GRAPH graph:tags.digest { statement:f-aaaa2222 cr:concerns theme:sleep } }

# tagging-direct-missing: tagging:f-bbbb2222.theme.moving
INSERT DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:tagStatus code:tag-status.accepted } }

# tagging-role: tagging:f-aaaa2222.theme.sleep
DELETE DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep cr:tagRole code:tag-role.theme } } ;
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep cr:tagRole code:tag-role.about } }

# tagging-role: tagging:f-aaaa2222.theme.sleep
DELETE DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep oa:motivatedBy oa:classifying } } ;
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep oa:motivatedBy oa:identifying } }

# tagging-iri: tagging:f-aaaa2222.theme.sleep
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep oa:hasTarget statement:r-cccc2222 } }

# tagging-issue: tagging:digest.issue.sleep
DELETE DATA { GRAPH graph:tags.digest { tagging:digest.issue.sleep cr:term "sleep"@en } }

# tagging-issue: tagging:digest.issue.sleep
DELETE DATA { GRAPH graph:tags.digest { tagging:digest.issue.sleep cr:evidence passage:digest.issue.sleep } }

# tagging-issue: tagging:f-aaaa2222.theme.sleep
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep cr:term "sleep"@en } }

# tagging-issue: tagging:f-aaaa2222.theme.sleep
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep cr:method code:method.source } }

# tagging-undecided: tagging:f-bbbb2222.theme.moving
INSERT DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:tagStatus code:tag-status.accepted } }

# tagging-proposal: tagging:f-bbbb2222.theme.moving
DELETE DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:confidence code:confidence.low } }

# tagging-proposal: tagging:f-bbbb2222.theme.moving
DELETE DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:proposedBy code:method.gazetteer-1 } }

# tagging-proposal: tagging:f-aaaa2222.theme.sleep
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep cr:matchEnd 50 } }

# tagging-proposer: tagging:f-bbbb2222.theme.moving
DELETE DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:method code:method.gazetteer-1 } } ;
INSERT DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:method code:method.editor } }

# tagging-decided: tagging:f-bbbb2222.theme.moving
INSERT DATA { GRAPH graph:tags.digest { tagging:f-bbbb2222.theme.moving cr:decided "2020-05-01"^^xsd:date } }

# tagging-match: tagging:a-aaaa2222.mentioned.health
DELETE DATA { GRAPH graph:tags.digest { tagging:a-aaaa2222.mentioned.health cr:matchStart 121 } } ;
INSERT DATA { GRAPH graph:tags.digest { tagging:a-aaaa2222.mentioned.health cr:matchStart 119 } }

# tagging-match: tagging:a-aaaa2222.mentioned.health
DELETE DATA { GRAPH graph:tags.digest { tagging:a-aaaa2222.mentioned.health cr:matchEnd 127 } } ;
INSERT DATA { GRAPH graph:tags.digest { tagging:a-aaaa2222.mentioned.health cr:matchEnd 141 } }

# tagging-group: tagging:f-aaaa2222.theme.sleep
INSERT DATA { GRAPH graph:tags.digest { tagging:f-aaaa2222.theme.sleep oa:hasBody theme:home } }

# evidence-source: statement:f-aaaa2222
DELETE DATA { GRAPH graph:source.digest { statement:f-aaaa2222 prov:wasDerivedFrom document:digest } }

# evidence-source: tagging:digest.issue.sleep
DELETE DATA { GRAPH graph:tags.digest { tagging:digest.issue.sleep oa:hasTarget document:digest } }

# evidence-digest: passage:r-cccc2222
INSERT DATA { GRAPH graph:source.digest { passage:r-cccc2222 oa:hasSelector selector:f-aaaa2222 } }

# concept-label-twice: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:moving skos:altLabel "Sleeping-place"@en } }

# concept-label-twice: agency:old-board
INSERT DATA { GRAPH graph:vocab { agency:old-board skos:hiddenLabel "midwifery"@en } }

# concept-label-repeated: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:altLabel "Cot Safety"@en } }

# concept-definition-twice: agency:old-board
INSERT DATA { GRAPH graph:vocab { agency:old-board skos:definition "A board that is."@en } }

# concept-excluded-phrase: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep cr:excludedPhrase "a bed"@en } }

# concept-wording: theme:sleep
INSERT DATA { GRAPH graph:wording { theme:sleep cr:phrase " in a cot"@en } }

# concept-wording: theme:sleep
INSERT DATA { GRAPH graph:wording { theme:sleep cr:phrase "i wely"@cy } }

# concept-wording: theme:sleep
INSERT DATA { GRAPH graph:wording { theme:sleep skos:altLabel "bed sharing"@en } }

# concept-wording: theme:nowhere
INSERT DATA { GRAPH graph:wording { theme:nowhere cr:phrase "nowhere to be found"@en } }

# concept-contested-term: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep cr:contestedTerm "a bed"@en } }

# concept-contested-term: theme:moving
INSERT DATA { GRAPH graph:vocab { theme:moving cr:contestedTerm "Moving house"@en } }

# concept-notation: theme:moving
INSERT DATA { GRAPH graph:vocab { theme:moving skos:notation "move" } }

# concept-notation: code:link-method.shared-themes-1
DELETE DATA { GRAPH graph:vocab { code:link-method.shared-themes-1 skos:notation "shared-themes-1" } }

# concept-cycle: theme:home
INSERT DATA { GRAPH graph:vocab { theme:home skos:broader theme:sleep } }

# concept-related-broader: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:related theme:home } }

# concept-top: theme:sleep
DELETE DATA { GRAPH graph:vocab { theme:sleep skos:broader theme:home } }

# concept-top: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:topConceptOf <https://w3id.org/crkg/theme> } }

# concept-scheme-broader: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:broader agency:health } }

# concept-scheme-broader: theme:home
INSERT DATA { GRAPH graph:vocab { theme:home skos:topConceptOf <https://w3id.org/crkg/agency> } }

# concept-match-scheme: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:relatedMatch theme:moving } }

# theme-depth: theme:sleep
INSERT DATA { GRAPH graph:vocab { theme:sleep skos:broader theme:moving } }

# link-twice: link:theme.sleep.moving
INSERT DATA { GRAPH graph:derived.sample { link:theme.sleep.moving a cr:ThemeLink ; cr:method code:link-method.shared-reviews-1 ; cr:connects theme:moving , theme:sleep } }

# link-ends: link:theme.sleep.moving
INSERT DATA { GRAPH graph:derived.sample { link:theme.sleep.moving a cr:ThemeLink , cr:Link ; cr:connects theme:moving , theme:sleep } }

# link-ends: link:theme.moving.sleep
DELETE DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:connects theme:moving } }

# link-ends: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:connects theme:home } }

# link-ends: link:theme.moving.sleep
DELETE { GRAPH graph:derived.sample { link:theme.moving.sleep a cr:ThemeLink } } INSERT { GRAPH graph:derived.sample { link:theme.moving.sleep a cr:ReviewLink } } WHERE {}

# link-figures: link:theme.moving.sleep
DELETE DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:qValue 0.5 } }

# link-figures: link:theme.moving.sleep
DELETE DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:sameStatement 0 } }

# link-figures: link:theme.moving.sleep
DELETE DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:method code:link-method.shared-reviews-1 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:sharedCount 0 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:sameStatement -1 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:expectedCount -0.5 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:score 1.5 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:pValue 0.0 } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:qValue "small" } }

# link-figures: link:theme.moving.sleep
INSERT DATA { GRAPH graph:derived.sample { link:theme.moving.sleep cr:pValue 0.75 } }

# link-shares: link:review.r-aaaa2222.r-bbbb2222
INSERT DATA { GRAPH graph:derived.sample { link:review.r-aaaa2222.r-bbbb2222 cr:sharesTheme theme:moving } }

# link-shares: link:review.r-aaaa2222.r-bbbb2222
INSERT DATA { GRAPH graph:derived.sample { link:review.r-aaaa2222.r-bbbb2222 cr:sharesAgency agency:health } }

# link-shares: link:review.r-aaaa2222.r-bbbb2222
DELETE DATA { GRAPH graph:derived.sample { link:review.r-aaaa2222.r-bbbb2222 cr:sharesTheme theme:sleep } }

# term-kind: cr:Review
INSERT DATA { GRAPH graph:vocab { cr:Review a owl:ObjectProperty } }

# term-kind: cr:alias
DELETE DATA { GRAPH graph:vocab { cr:alias a owl:DatatypeProperty } } ;
INSERT DATA { GRAPH graph:vocab { cr:alias a owl:AnnotationProperty } }

# term-label: cr:alias
DELETE DATA { GRAPH graph:vocab { cr:alias rdfs:label "alias"@en } }

# term-label: cr:alias
INSERT DATA { GRAPH graph:vocab { cr:alias rdfs:label "nickname"@en } }

# term-name: cr:alias
INSERT DATA { GRAPH graph:vocab { cr:alias rdfs:label "nickname"@en } }

# term-name: cr:badly_named
INSERT DATA { GRAPH graph:vocab { cr:badly_named a owl:Class ; rdfs:label "badly_named"@en } }

# term-definition: cr:added
INSERT DATA { GRAPH graph:vocab { cr:added a owl:Class ; skos:definition "no sentence"@en } }

# term-definition: cr:alias
INSERT DATA { GRAPH graph:vocab { cr:alias skos:definition "Another sentence."@en } }

# term-twice: cr:item
INSERT DATA { GRAPH graph:vocab { cr:item rdfs:label "alias"@en } }

# term-defined-by: cr:alias
DELETE DATA { GRAPH graph:vocab { cr:alias rdfs:isDefinedBy <https://w3id.org/crkg/ns> } }

# term-domain-range: cr:alias
DELETE DATA { GRAPH graph:vocab { cr:alias rdfs:domain cr:Review } }

# term-domain-range: cr:alias
INSERT DATA { GRAPH graph:vocab { cr:alias rdfs:range xsd:integer } }

# term-range-datatype: cr:alias
INSERT DATA { GRAPH graph:vocab { cr:alias rdfs:range xsd:gYear } }

# term-axiom-undeclared: cr:Review
INSERT DATA { GRAPH graph:vocab { cr:Review rdfs:subClassOf prov:Plan } }

# term-cycle: cr:Link
INSERT DATA { GRAPH graph:vocab { cr:Link rdfs:subClassOf cr:ReviewLink } }

# term-cycle: cr:mentions
INSERT DATA { GRAPH graph:vocab { cr:mentions rdfs:subPropertyOf cr:mentions } }
