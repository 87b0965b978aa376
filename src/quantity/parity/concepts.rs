//! Words of business that are no cognates, and what they are translated by.
//!
//! Owns the list: beginnings that the forms of a word share, folded to plain small letters.

use std::sync::LazyLock;

/// A French word and its English ones behind each `=`, in the order of the alphabet.
const CONCEPTS: &[&str] = &[
    "abonn=subscri abonne=subscriber abonnement=subscription accord=agreement,deal achat=purchase",
    "achet=acquir,bought,buy achev=complet,end,finish acier=steel acquis=acquir,bought",
    "acquisition=acquisition,purchase actif=asset action=share,stock actionnaire=investor,shareholder afrique=africa",
    "agence=branch agrandi=enlarg,expand,extend agricult=farm aide=aid,support ajuste=adjusted alimentaire=food",
    "allemagne=germany allemand=german amende=fine,penalt americain=american,us an=year analyste=analyst",
    "ancien=former,old anglais=british,english annee=year annul=cancel,scrap aout=august",
    "appareil=aircraft,device,plane argent=money,silver armee=army arriv=arriv,came,join assurance=insurance",
    "assureur=insurer atteint=hit,reach attend=await,expect,forecast,predict attendu=expect,forecast",
    "automne=autumn,fall autriche=austria avance=advance,ahead,early avion=aircraft,plane avril=april bancaire=bank,lender banque=bank,lender",
    "bas=bottom,low bati=built batiment=building batterie=batter beaute=beauty belge=belgian belgique=belgium",
    "benefic=profit benefice=earning,income,profit biere=beer blanc=white ble=wheat bleu=blue bois=timber,wood",
    "boisson=beverage,drink bourse=exchange,market bouteille=bottle boutique=shop,store bresil=brazil brevet=patent",
    "britannique=british,uk brut=gross bruxelles=brussels bureau=office cadre=executive,manager cafe=coffee",
    "camion=lorr,truck capital=capital,equity,stake capitaux=equity carburant=fuel cargaison=cargo cede=sold",
    "cession=disposal,sale chaine=chain,channel chambre=room chantier=site,yard charbon=coal",
    "charge=charge,cost,expens chauffeur=driver chaussure=shoe chemin=rail chiffre=revenue,sales,turnover chine=china",
    "chinois=chinese chomage=unemploy client=customer clotur=clos,end command=order commande=order commenc=began,begun,start",
    "commission=commission,fee commune=municipal,town consensus=analyst,expect,forecast constru=build,built",
    "construction=build,construction conteneur=container contrat=contract,deal coree=korea cot=listed",
    "cotisation=contribution cout=cost creation=creat,new credit=credit,lend,loan cree=creat,found,set",
    "croissance=growth cuivre=copper danemark=denmark danois=danish debut=began,beginning,begun,early,open,start",
    "decede=died decembre=december dechet=waste deficit=deficit,gap,shortfall demarr=began,begun,launch,start",
    "demoli=demolish,razed,torn depense=expen,spending depos=filed depot=deposit dernier=last,latest,past",
    "detail=retail dette=debt deuxieme=second diesel=diesel dirigeant=executive,leader",
    "disparu=died,disappear,lost,vanish dividende=dividend domestique=domestic donnees=data douane=customs,tariff",
    "droite=right droits=duties,rights eau=water ecart=gap,spread ecole=school",
    "effectif=headcount,payroll,staff,workforce electrique=electric eleve=pupil,student eleveur=breeder,farmer",
    "elu=elect embauch=hired,join emission=emission,issu emploi=job emprunt=bond,borrow,loan",
    "encours=asset,outstanding enfant=child enquete=investigation,survey enseignant=teacher enseigne=brand,chain",
    "ensemble=overall,total,whole entre=enter,join entrepot=warehouse entreprise=compan,firm eolien=wind",
    "epargne=saving equipage=crew escompt=expect,hope espagne=spain espagnol=spanish esper=expect,hope essence=gasoline,petrol est=east",
    "estim=estimat,expect,reckon etat=government,state etats=america,united etatsunis=america,united ete=summer",
    "etranger=abroad,foreign etude=study,survey etudiant=student europe=europe excedent=surplus expir=expir",
    "exploitation=operating exportation=export facture=bill,invoice femme=women fer=iron ferm=clos,shut",
    "fevrier=february filiale=subsidiar fin=end,late fini=complet,end,finish flacon=bottle fond=found,set fonds=fund",
    "frais=charge,cost,fee francfort=frankfurt fret=cargo,freight fusee=rocket fusion=merger fusionn=merg gauche=left",
    "gaz=gas geneve=geneva gouvernement=government grand=big,great,large grece=greece greve=strike",
    "gros=big,large,wholesale guerre=war hausse=increase,rise haut=high,top,upper hier=yesterday hiver=winter",
    "homme=men hopita=hospital hotel=hotel hybride=hybrid hypothe=mortgage immobilier=housing,property,real",
    "importation=import impot=tax inde=india interet=interest interne=internal,organic internet=internet,online",
    "italie=italy italien=italian janvier=january japon=japan japonais=japanese jeu=game jeune=young joueur=player",
    "jour=day journal=newspaper,paper juillet=july juin=june kerosene=fuel,kerosene laboratoire=drugmaker,lab",
    "lait=milk lanc=introduc,launch,start licence=licen licenci=dismiss,layoff,redundan ligne=line,online",
    "lisbonne=lisbon livr=deliver livraison=deliver livre=book livreur=courier,deliver locataire=tenant",
    "logement=home,housing logiciel=software logistique=logistic londres=london loyer=rent luxe=luxury",
    "magasin=shop,store mai=may maire=mayor mais=corn,maize malade=patient marche=market marge=margin marque=brand",
    "mars=march mediane=median medicament=drug,medicine mer=sea mexique=mexico mois=month moitie=half",
    "mondial=global,world mort=dead,death,died moscou=moscow moteur=engine moyen=average,medium,mid moyenne=average",
    "moyenorient=middle munich=munich national=domestic,national navire=ship ne=born neerlandais=dutch net=net",
    "neuf=new noir=black nominal=nominal nomm=appoint,named nord=north norvege=norway nourriture=food nouve=new",
    "novembre=november nuage=cloud nucleaire=nuclear nuitee=night obligation=bond octobre=october oeuf=egg",
    "offre=bid,offer ontarien=ontario ordinateur=computer organique=like,organic ouest=west ouvert=open ouvr=open",
    "ouvrier=worker papier=paper parfum=fragrance,perfume part=part,share parti=left participation=holding,stake",
    "passager=passenger patron=boss,head pays=countr paysan=farmer paysbas=dutch,netherlands pekin=beijing",
    "personne=people perte=loss petit=small petrole=oil piece=part pilote=pilot plastique=plastic pneu=tire,tyre",
    "poids=weight poisson=fish pologne=poland polonais=polish porc=pig,pork poste=job,position poulet=chicken",
    "precedent=earlier,previous,prior premier=first pret=lend,loan prev=expect,forecast,plan,predict",
    "prime=bonus,premium printemps=spring prive=private prix=price proces=lawsuit,trial production=output,production",
    "proprietaire=owner pub=advertis public=public publicite=advertising puce=chip quebecois=quebec quitt=leav,left",
    "rachat=acquisition,buyback,takeover rachet=acquir,bought,took recette=receipt,revenue recherche=research",
    "recolte=crop,harvest recrut=hire,recruit reel=actual,real remuneration=compensation,pay renov=refurbish,renovat",
    "repas=meal report=defer,delay,postpon reseau=grid,network resident=resident restaurant=restaurant",
    "reste=remain,rest resultat=earning,income,profit,result retard=delay,late retir=delist,retire,withdr",
    "retraite=pension,retire revendeur=dealer revenu=income rouge=red route=road rouv=reopen royaume=britain,kingdom",
    "rural=rural",
    "russe=russia russie=russia salaire=pay,salar,wage salarie=employee,staff,worker sante=health satellite=satellite",
    "semaine=week semestre=half septembre=september serveur=server services=service siege=head sign=sign",
    "societe=compan,corporat soin=care",
    "solaire=solar soldat=soldier,troop sondage=poll,survey subvention=subsid sucre=sugar sud=south suede=sweden",
    "suedois=swedish suisse=swiss,switzerland suppression=cut,loss supprim=axe,cut,elimina surface=area,floor",
    "surtaxe=tariff syndicat=union tabl=expect,forecast,pencil tarif=price,tariff taux=rate telecharg=download",
    "telephone=phone television=television,tv termin=complet,end,finish terre=earth,land thermique=combustion,petrol",
    "tissu=fabric titre=share,stock total=total touriste=touris train=train tresorerie=cash trimestre=quarter",
    "troisieme=third turc=turk turquie=turkey urbain=city,urban usine=factor,plant utilisateur=user vache=cow",
    "varsovie=warsaw vehicule=car vendu=sold vent=wind vente=sale verre=glass vert=green vetement=cloth viande=meat",
    "vienne=vienna ville=cit,town vin=wine visiteur=visitor voiture=car vol=flight voyageur=passenger,travel",
];

/// The French words with what they are translated by, in the order of the alphabet.
static TRANSLATIONS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    CONCEPTS.iter().flat_map(|line| line.split(' ')).filter_map(|entry| entry.split_once('=')).collect()
});

/// The beginnings of the English words that a French word may stand for, both folded to plain small letters.
pub(super) fn translations(french: &str) -> impl Iterator<Item = &'static str> {
    let letter = french.bytes().next().unwrap_or(0);
    let initial = |(start, _): &(&str, _)| start.as_bytes()[0];
    let first = TRANSLATIONS.partition_point(|concept| initial(concept) < letter);
    let last = TRANSLATIONS.partition_point(|concept| initial(concept) <= letter);
    TRANSLATIONS[first..last]
        .iter()
        .filter(|(start, _)| french.starts_with(start))
        .flat_map(|(_, translations)| translations.split(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn concepts_stand_in_order_and_are_found() {
        assert!(TRANSLATIONS.is_sorted_by(|a, b| a.0 < b.0), "each once, in the order of the alphabet");
        assert!(translations("salaires").any(|english| "wages".starts_with(english)));
        assert!(translations("ventes").any(|english| "sales".starts_with(english)));
        assert_eq!(translations("zygote").count(), 0);
    }
}
