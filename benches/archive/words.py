"""What the archive's briefs talk about, in French and English: the vocabulary that `generate.py` draws from."""

TOPICS = [  # French, English
    ("énergie", "energy"), ("électricité", "electricity"), ("nucléaire", "nuclear power"), ("solaire", "solar"),
    ("éolien", "wind power"), ("hydrogène", "hydrogen"), ("pétrole", "oil"), ("gaz naturel", "natural gas"),
    ("climat", "climate"), ("transports", "transport"), ("automobile", "cars"), ("batteries", "batteries"),
    ("aviation", "aviation"), ("ferroviaire", "rail"), ("maritime", "shipping"), ("logistique", "logistics"),
    ("industrie", "industry"), ("acier", "steel"), ("chimie", "chemicals"), ("construction", "construction"),
    ("logement", "housing"), ("agriculture", "agriculture"), ("alimentation", "food"), ("eau", "water"),
    ("santé", "health"), ("pharmacie", "pharmaceuticals"), ("vaccins", "vaccines"), ("hôpitaux", "hospitals"),
    ("éducation", "education"), ("recherche", "research"), ("semiconducteurs", "semiconductors"),
    ("logiciels", "software"), ("intelligence artificielle", "artificial intelligence"),
    ("cybersécurité", "cybersecurity"), ("télécoms", "telecoms"), ("espace", "space"), ("défense", "defence"),
    ("banques", "banking"), ("assurance", "insurance"), ("fiscalité", "taxation"), ("emploi", "employment"),
    ("salaires", "wages"), ("retraites", "pensions"), ("inflation", "inflation"), ("commerce", "trade"),
    ("distribution", "retail"), ("luxe", "luxury"), ("tourisme", "tourism"), ("médias", "media"),
    ("publicité", "advertising"), ("culture", "culture"), ("sport", "sport"), ("droit", "law"),
    ("concurrence", "competition"), ("Europe", "Europe policy"), ("Afrique", "Africa"), ("Asie", "Asia"),
    ("Amériques", "Americas"), ("villes", "cities"), ("données ouvertes", "open data"),
]

_HOUSES = [
    "Nordal", "Verdan", "Helio", "Aquil", "Meridian", "Alten", "Borea", "Cartal", "Dorvan", "Elystra", "Ferrin",
    "Galvan", "Hexal", "Isarn", "Joval", "Kestrel", "Lumen", "Marval", "Novem", "Orvale",
]
_TRADES = [
    "Energie", "Motors", "Pharma", "Systems", "Capital", "Logistics", "Telecom", "Materials", "Foods", "Robotics",
]
COMPANIES = [f"{house} {trade}" for house in _HOUSES for trade in _TRADES]

COUNTRIES = [
    ("la France", "France"), ("l'Allemagne", "Germany"), ("l'Espagne", "Spain"), ("l'Italie", "Italy"),
    ("la Belgique", "Belgium"), ("le Canada", "Canada"), ("le Maroc", "Morocco"), ("le Sénégal", "Senegal"),
    ("la Suisse", "Switzerland"), ("la Pologne", "Poland"), ("le Japon", "Japan"), ("le Brésil", "Brazil"),
]

SOURCES = [
    "Eurostat", "Insee", "OCDE / OECD", "Banque de France", "AIE / IEA", "Banque mondiale / World Bank", "RTE",
    "Statistique Canada",
]

UNITS = ["%", "M€", "TWh", "kt", "Md€", "GW"]

HEADLINES = [
    ("Les investissements progressent", "Investment rises"), ("La demande recule", "Demand falls"),
    ("Un nouveau cadre entre en vigueur", "A new framework takes effect"), ("Les prix se stabilisent", "Prices level off"),
    ("La production bat un record", "Output hits a record"), ("Les délais s'allongent", "Lead times lengthen"),
    ("Un accord est signé", "A deal is signed"), ("Le marché se concentre", "The market consolidates"),
]

SENTENCES = {
    "fr": [
        "Selon les chiffres publiés par {src}, le secteur « {tag} » a représenté {n} milliards d'euros en {y}, soit une variation de {p} % en un an.",
        "Le groupe {c1} prévoit d'ouvrir {m} sites supplémentaires dans {cn}, où la concurrence de {c2} reste forte.",
        "Les analystes interrogés estiment que la tendance devrait se poursuivre jusqu'en {y2}, sous réserve d'une évolution favorable des taux.",
        "La direction de {c2} rappelle que les coûts de production ont augmenté de {p} % depuis {y}, sans que les prix de vente aient suivi.",
        "Dans {cn}, les autorités ont ouvert une consultation publique de {m} semaines sur les règles applicables au domaine « {tag2} ».",
        "Cette évolution s'explique par un effet de base, par la hausse des salaires et par un carnet de commandes mieux rempli qu'attendu.",
        "Les petites entreprises restent prudentes : {n} % d'entre elles déclarent avoir reporté au moins un projet au cours du trimestre.",
        "Le calendrier a été confirmé par les deux parties, qui se retrouveront au printemps pour un premier bilan d'étape.",
        "À l'inverse, les exportations vers {cn} ont reculé de {p} %, un repli que {c1} attribue à la force de l'euro.",
        "Les syndicats demandent des garanties sur l'emploi ; {m} accords locaux ont déjà été signés depuis le début de l'année {y}.",
        "Aucune décision définitive n'est attendue avant la publication du rapport annuel, prévue en {y2}.",
        "Pour les ménages, l'effet direct devrait rester limité, de l'ordre de {n} euros par an et par foyer.",
    ],
    "en": [
        "According to figures released by {src}, the “{tag}” sector was worth {n} billion euros in {y}, a change of {p}% over one year.",
        "The {c1} group plans to open {m} more sites in {cn}, where competition from {c2} remains strong.",
        "Analysts we spoke to expect the trend to continue until {y2}, provided that interest rates move in a favourable direction.",
        "The management of {c2} points out that production costs have risen by {p}% since {y}, while selling prices have not followed.",
        "In {cn}, the authorities have opened a public consultation lasting {m} weeks on the rules that apply to “{tag2}”.",
        "This change is explained by a base effect, by the increase in wages and by an order book that is fuller than expected.",
        "Small firms remain cautious: {n}% of them report that they have postponed at least one project during the quarter.",
        "The timetable has been confirmed by both parties, which will meet again in the spring for a first progress review.",
        "By contrast, exports to {cn} fell by {p}%, a decline that {c1} attributes to the strength of the euro.",
        "Trade unions are asking for guarantees on jobs; {m} local agreements have already been signed since the start of {y}.",
        "No final decision is expected before the annual report is published, which is planned for {y2}.",
        "For households the direct effect should stay limited, at around {n} euros per year and per home.",
    ],
}

PARTS = {
    "fr": {
        "headings": ("Points clés", "Contexte", "Les chiffres", "Analyse"),
        "columns": ("Indicateur", "Valeur", "Évolution"),
        "rows": ["Chiffre d'affaires", "Effectifs", "Capacité installée", "Commandes", "Investissements", "Marge brute"],
        "quote": "> « Nous avançons avec prudence, mais les fondamentaux sont solides », a déclaré la direction de {c1} lors de la présentation des résultats de {y}.",
        "note": "[^1]: Données {src}, série révisée en {y2} ; les montants sont exprimés en euros constants.",
        "link": "Le détail figure dans la [note de méthode](https://example.org/methode/{i}) et dans le [jeu de données d'origine](https://data.example.org/series/{i}).",
        "watch": "Le point à surveiller est la *vitesse d'exécution*, que **{c1}** juge `prioritaire`[^1].",
        "points": [
            "**{c1}** annonce une hausse de {p} % sur l'année {y}.",
            "Le marché de {cn} représente {n} % du total.",
            "La part de **{c2}** recule de {m} points.",
            "Un premier bilan est attendu en {y2}.",
            "Les prix restent *stables* depuis {m} mois consécutifs.",
        ],
    },
    "en": {
        "headings": ("Key takeaways", "Background", "The figures", "Analysis"),
        "columns": ("Indicator", "Value", "Change"),
        "rows": ["Turnover", "Headcount", "Installed capacity", "Orders", "Capital spending", "Gross margin"],
        "quote": "> “We are moving forward with caution, but the fundamentals are sound,” the management of {c1} said when it presented its {y} results.",
        "note": "[^1]: Data from {src}, series revised in {y2}; amounts are given in constant euros.",
        "link": "Details are given in the [method note](https://example.org/method/{i}) and in the [original data set](https://data.example.org/series/{i}).",
        "watch": "The point to watch is the *speed of execution*, which **{c1}** regards as a `priority`[^1].",
        "points": [
            "**{c1}** reports an increase of {p}% over {y}.",
            "The market in {cn} accounts for {n}% of the total.",
            "The share held by **{c2}** falls by {m} points.",
            "A first review is expected in {y2}.",
            "Prices have stayed *stable* for {m} months in a row.",
        ],
    },
}
