//! Words of business that name no company and no event, though they may have a capital: what is measured, seasons and
//! feasts, abbreviations.
//!
//! Owns the lists; where a capital makes a name is `ticker`'s and `model`'s.

/// Whether letters abbreviate a term of business: "PIB", "EMEA", "IFRS". Some are the symbol of a share as well.
pub(super) fn is_abbreviation(letters: &str) -> bool {
    ABBREVIATIONS.iter().any(|group| group.split(' ').any(|known| known == letters))
}

/// Whether letters that abbreviate a term are a share's symbol as well, so that a company's name before them decides.
pub(super) fn is_symbol_too(letters: &str) -> bool {
    SYMBOLS_TOO.split(' ').any(|known| known == letters)
}

/// Whether a word, in any case, is what business measures or a time of the year: "Sales", "Budget", "Noël".
pub(super) fn is_topic(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.strip_prefix("l'").or_else(|| word.strip_prefix("l’")).unwrap_or(&word);
    TOPICS.iter().any(|group| group.split(' ').any(|known| known == word))
}

/// Whether a noun names a kind of company, so that a symbol in parentheses behind it is its share: "le brasseur (HEIA)".
pub(super) fn is_kind_of_company(word: &str) -> bool {
    let compound = ["maker", "makers", "builder", "developer", "miner"].iter().any(|end| word.ends_with(end));
    compound || COMPANIES.iter().any(|group| group.split(' ').any(|known| known == word))
}

/// Whether French millions of something are an amount of money: « 300 millions de dividendes ».
pub(super) fn is_told_in_money(word: &str) -> bool {
    MONEYS.iter().any(|group| group.split(' ').any(|known| known == word))
}

/// Whether a noun in the singular counts people or things: "its customer base", « son parc ».
pub(super) fn is_crowd(word: &str) -> bool {
    CROWDS.split(' ').any(|known| known == word)
}

const ABBREVIATIONS: &[&str] = &[
    // Regions.
    "EMEA EMOA APAC LATAM DACH MENA MEA AMER NOAM EEA EEE CEE UEM UE EU US USA UK GB UAE EAU PRC RPC RFA DOM IDF PACA",
    "ROW RDM DRC RDC HK NYC BRICS ASEAN NAFTA USMCA ALENA ACEUM GCC CCG BENELUX",
    // Accounts and what they measure.
    "IFRS GAAP PCG HGB IAS NCI EBITDA EBITDAR EBITDAC EBITA EBIT EBT CAPEX OPEX FCF ROE ROA ROI ROCE ROIC WACC CMPC",
    "NAV ANR NPV VAN IRR TRI PER EPS BPA BNPA DPS ARR MRR CAGR TCAM TCAC LTM TTM NTM YTD YTM MTD QTD YOY QOQ MOM LFL",
    "FY CY CC HT TTC TVA VAT GST TPS TVQ TPS HST RBE RNPG CA PNB EBE CAF BFR WCR DSO DPO SGA COGS GMV TPV AUM AUC MSRP",
    "RPO ARPU CLV LTV NRR CASM RASK RASM PLF PLFSS LFSS LFI PLR CICE CVAE IS IR CSG CRDS PEA PER",
    // Institutions.
    "BCE ECB FED BOE BOJ BNS SNB BRI BIS FMI IMF OCDE OECD OMC WTO OMS WHO ONU UN OIT ILO AIE IEA OPEP OPEC OTAN NATO",
    "EBA EIOPA ESMA AEMF AMF SEC FINMA ACPR CFTC FTC DOJ FDA EMA FAA EASA AESA EPA OSHA IRS CNIL CRE ARCEP ARCOM BEI EIB",
    "BERD EBRD BAD ADB CDC BPI CGT CFDT CFTC UAW IG AFP MEDEF CPME DGCCRF BLS BEA CBO ONS GAO CMA FCA PRA NHS NASA ESA",
    "CNES CEA CNRS MIT HEC ENA INSEE DARES URSSAF DGFIP AFNOR UNESCO UNICEF SNCF RATP TSA NLRB CFPB",
    // Concepts, techniques, law.
    "AI IA ESG RSE CSR CSRD PME ETI TPE SME SMES MSME SUV EV VE BEV PHEV HEV ICE GNL LNG GPL LPG CO2 GES GHG PUE PPA SMR",
    "EPR LLM GPU CPU TPU NPU ASIC HBM DRAM NAND SSD API SAAS PAAS IAAS IOT ERP CRM HR RH DRH IT TI SI B2B B2C D2C DTC KPI",
    "OKR SLA RFP LBO MBO IPO OPA OPE OPV OPR ADR ADS ETF ETC ETN OPCVM FCP SCPI OPCI REIT SPAC ICO NFT CDS CDO MBS ABS CLO",
    "CBDC QE QT NPL RWA CET LCR NSFR CPI IPC IPCH HICP PPI PCE PMI ISM NFP PIB GDP GNP SMIC RSA CDI CDD RTT CSE CEO CFO COO",
    "CTO CIO CMO PDG DG DGA DAF VP EVP SVP HQ FAQ NDA CEST EST EDT PST PT GMT UTC BST ET HIV VIH DNA ADN RNA ARN OGM GMO TGV",
    "BTP HLM ZFE DPE ISO EN CE NF DIN USB LED LCD OLED TV VOD SVOD DVD PC OS RAM RGPD GDPR DMA DSA CBAM MACF IRA ETS SEQE",
    "GW MW KW GWH MWH KWH TWH BP BPS PP PB PT PTS TEU EVP BBL BEP BOE",
    // Currencies in tables.
    "USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR BRL HKD SGD KRW MXN SEK NOK DKK PLN CZK HUF TRY ZAR RUB AED SAR XOF",
];

const SYMBOLS_TOO: &str = "AI CA DG ICE CRM IT BP ET CMA EL IR GB PPA PRA";

const TOPICS: &[&str] = &[
    "sales revenue revenues turnover profit profits earnings income margin margins orders exports imports costs shipments",
    "deliveries production output demand prices growth inflation unemployment guidance outlook results budget capex ebitda",
    "ebit dividend dividends cash debt capacity volumes traffic spending investment investments bookings backlog headcount",
    "target targets forecast forecasts estimate estimates consensus wages taxes rates yields losses assets liabilities",
    "fiscal calendar vintage season edition harvest campaign report class crop census tax updated unlike whereas whether",
    "ventes revenus chiffre résultat résultats bénéfice bénéfices marge marges commandes exportations importations coûts",
    "livraisons demande prix croissance chômage objectif objectifs prévision prévisions bilan comptes dividende dettes dette",
    "trésorerie capacité trafic dépenses investissements effectif effectifs estimations salaires impôts taux pertes perspectives",
    "saison millésime édition récolte vendanges campagne rapport promotion rentrée recensement actualisé budget été hiver",
    "printemps automne noël pâques toussaint ramadan spring summer autumn winter christmas easter thanksgiving diwali",
    "hanukkah halloween",
];

const COMPANIES: &[&str] = &[
    "brewer lender insurer reinsurer retailer grocer carmaker chipmaker drugmaker planemaker maker manufacturer supplier",
    "builder carrier airline miner producer publisher developer operator distributor conglomerate group company firm bank",
    "giant bellwether startup start-up utility contractor specialist broker exchange chain brand business stock shares",
    "distiller refiner driller shipbuilder homebuilder hotelier broadcaster streamer biotech fintech foundry landlord trader",
    "wholesaler caterer logistician shipper railway railroad telco heavyweight unicorn corporation subsidiary parent insurer's",
    "brasseur constructeur éditeur fabricant opérateur assureur réassureur distributeur producteur exploitant groupe société",
    "entreprise compagnie marque enseigne banque géant spécialiste chaîne holding foncière laboratoire labo pétrolier gazier",
    "chimiste aciériste loueur transporteur équipementier avionneur motoriste sidérurgiste cimentier promoteur hôtelier",
    "câblier électricien énergéticien papetier verrier fondeur mineur armateur affréteur logisticien grossiste voyagiste",
    "négociant croisiériste détaillant épicier semencier sucrier laitier horloger joaillier maroquinier parfumeur cosmétique",
    "télécoms diffuseur studio courtier prêteur établissement titre action actions valeur maison biotech fintech pépite licorne",
    "industriel conglomérat leader concurrent rival rivale concurrente peer competitor filiale cybermarchand équipementière constructrice filialiste",
];

const MONEYS: &[&str] = &[
    "revenus chiffre recettes bénéfice bénéfices profits pertes dette dettes droits taxes surtaxes charges",
    "provisions dépréciations cotisations indemnités intérêts frais coûts loyers salaires redevances primes",
    "pénalités dépôts actifs encours synergies capitaux déficit excédent remises garanties financements",
    "trésorerie commandes investissements dividendes aides subventions capitalisation ventes économies",
    "dépenses fonds crédits prêts impôts amendes",
];

const CROWDS: &str = "base workforce headcount audience membership population ridership readership fleet traffic clientèle effectif \
                      fréquentation lectorat parc flotte trafic";
