package lang

import "strconv"

// finnish returns the words and rules of Finnish.
func finnish() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"”", "”"},
			Inner:  Marks{"’", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"»", "»"}, Inner: Marks{"’", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      finnishWord,
			PartWord:  func(n int) string { return Capital(nth(finnishOrdinals[:], n)) },
			Ordinal:   finnishOrdinal,
			Ordinals:  func(n int) []string { return []string{nth(finnishOrdinals[:], n)} },
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
				"syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
		},
		Lists: Lists{Comma: ", ", And: " ja ", Names: " ja ", Abridged: "{name} ym."},
		Titles: Titles{
			Contents:      "Sisällys",
			ByTheme:       "{entries} aiheittain",
			ByFirstWords:  "{entries} alkusanojen mukaan",
			Subjects:      "Asiahakemisto",
			Notes:         "Viitteet",
			OtherThemes:   "Muut",
			NumberedPart:  "Osa {n}",
			PartInWords:   "{n} osa",
			Untitled:      "Nimetön",
			Cover:         "Kansi",
			TitlePage:     "Nimiösivu",
			Copyright:     "Julkaisutiedot",
			Dedication:    "Omistuskirjoitus",
			Epigraph:      "Motto",
			Colophon:      "Kolofoni",
			AboutThisCopy: "Tietoja tästä kappaleesta",
		},
		References: References{
			See:             "ks.",
			Page:            "sivu\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maksiimi\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Luvut eivät ole sivuja, vaan järjestysnumeroita: {entries} on numeroitu kirjan alusta loppuun.",
			HeadingSee:      "Ks.",
			HeadingSeeAlso:  "Ks. myös",
		},
		Notes: Notes{
			ToPage:  "Viitteet, sivu\u00A0{page}",
			ToPages: "Viitteet, sivut\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Huomautus",
			Tip:        "Vinkki",
			Important:  "Tärkeää",
			Warning:    "Varoitus",
			Caution:    "Varo",
			Example:    "Esimerkki",
			Exercise:   "Harjoitus",
			Question:   "Kysymys",
			Discussion: "Pohdittavaksi",
			Summary:    "Tiivistelmä",
		},
		Tables: Tables{
			Continued: "{caption} (jatkoa)",
			Goes:      "(jatkoa)",
			Turned:    "Taulukon paikka: {page}.",
		},
		Figures: Figures{
			Figure: "kuva\u00A0{n}", Table: "taulukko\u00A0{n}",
			FigureLabel: "Kuva\u00A0{n}.", TableLabel: "Taulukko\u00A0{n}.",
			Figures: "Kuvat", Tables: "Taulukot",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meemi", Plural: "meemit", Means: "ajatus eteenpäin annettavaksi"},
				"metaphor": {Name: "metafora", Plural: "metaforat", Means: "yksi asia toisena nähtynä", Line: "{tenor} – {vehicle}"},
			},
			Maxims:     "maksiimit",
			Entries:    "artikkelit",
			Themes:     "Aiheet",
			Audience:   "Kenelle:",
			Card:       "kortti: {text}",
			Draft:      "LUONNOS",
			DraftOnly:  "Luonnos: ei vielä kirjassa.",
			Drafts:     "Luonnokset: ",
			DraftFolio: "L{n}",
			Picture:    "[kuva: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Toimittanut {name}", "ill": "Kuvittanut {name}", "trl": "Suomentanut {name}",
				"aui": "Johdannon kirjoittanut {name}", "aft": "Jälkisanat kirjoittanut {name}", "pht": "Valokuvat: {name}",
				"art": "Kuvat: {name}", "win": "Johdannon kirjoittanut {name}", "wpr": "Esipuheen kirjoittanut {name}",
				"bkd": "Ulkoasu: {name}", "cov": "Kansi: {name}", "dsr": "Ulkoasu: {name}", "com": "Koonnut {name}"},
			Roles: map[string]string{"aut": "kirjoittaja", "edt": "toimittaja", "ill": "kuvittaja", "trl": "kääntäjä",
				"aui": "johdannon kirjoittaja", "pht": "valokuvaaja", "bkd": "kirjan ulkoasu", "nrt": "lukija"},
			Contributor: "muu tekijä",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Tekijät: {text}",
			Title:          "Nimeke: {text}",
			Description:    "Kuvaus: {text}",
			Identifiers:    "Tunnisteet: {text}",
			Subjects:       "Asiasanat: {text}",
			Classification: "Luokitus: {text}",
			Typeface:       "Kirjasin: {name}, lisenssi SIL Open Font License.",
			Typefaces:      "Kirjasimet: {names}, lisenssi SIL Open Font License.",
			SetIn:          "Kirjasin: {font}",
			DesignedBy:     ", suunnitellut {designer}",
			MadeBy:         ". Rivit, sivut ja hakemistot on tehnyt octavo kirjoittajan käsikirjoituksesta.",
		},
		Typescript: Typescript{Length: "noin {n} sanaa", Chapter: "Luku {n}"},
		Review: Review{
			Notice:          "Korjaamaton ennakkokappale – ei myytäväksi",
			Quotations:      "Tämä on korjaamaton ennakkokappale. Tarkistakaa kaikki lainaukset valmiista kirjasta.",
			Unnamed:         "ennakkokappale",
			Front:           "Etulehti",
			Data:            "Tiedot",
			Changes:         "Muutokset",
			Title:           "Nimi",
			Author:          "Kirjoittaja",
			Publisher:       "Kustantaja",
			ISBN:            "ISBN",
			Trim:            "Koko",
			Pages:           "Sivuja",
			PagesInPrint:    "Sivuja painettuna",
			Price:           "Hinta",
			Publication:     "Ilmestyy",
			Edition:         "Painos",
			Manuscript:      "Käsikirjoitus",
			Subjects:        "Aiheet",
			Contact:         "Yhteystiedot",
			Comments:        "Huomautukset",
			TrimSize:        "{millimetres} mm ({inches} tuumaa)",
			InPrint:         "painettu",
			AsHardcover:     "sidottu",
			InPaper:         "nidottu",
			AsEPUB:          "EPUB",
			ToCome:          "ilmoitetaan myöhemmin",
			State:           "Käsikirjoitus {revision}, {date}",
			DatedState:      "Käsikirjoitus {revision}, {date}",
			BookPages:       "Sivut ja sivunumerot ovat samat kuin kirjassa. ",
			TypescriptPages: "Tämä on konekirjoitettu käsikirjoitus: sivut eivät ole samat kuin kirjassa. ",
			NumberedLines: "Sivun joka {nth} rivi on numeroitu, jotta huomautus voi kertoa, mihin se kuuluu: ”sivu 42, rivi 17”. Millä tahansa " +
				"PDF-lukijalla tähän tiedostoon kirjoitetut huomautukset löytävät tiensä käsikirjoitukseen.",
			EveryLine: "ikinen",
			Number:    "Kappale {n}/{of}",
			For:       "vastaanottaja",
			Reader:    "vastaanottaja: {name}",
			NumberFor: "{copy}, vastaanottaja {name}",
			Drafts:    "Luonnokset: ei vielä kirjassa",
			Removed:   "poistettu tämän jälkeen: {title}",
			TK:        "TK: täydennetään",
		},
		Changes: Changes{
			Since:           "Muutokset vertailukohdan jälkeen: {state}",
			LastCopy:        "edellinen kappaleenne, käsikirjoitus {revision}",
			None:            "Ei muutoksia.",
			New:             "uusi",
			Removed:         "poistettu",
			Moved:           "siirretty",
			Changed:         "muutettu",
			In:              "painettuna sivu {n}",
			From:            "luvusta ”{chapter}”",
			WordsNew:        Counted{One: "{n} uusi sana", Other: "{n} uutta sanaa"},
			WordsGone:       Counted{One: "{n} sana poistettu", Other: "{n} sanaa poistettu"},
			OtherPicture:    "toinen kuva",
			OtherForm:       "toisessa muodossa",
			OtherKeys:       "muutettu: {keys}",
			CrossReferences: "viittaukset",
		},
		Errata: Errata{
			Title:   "Oikaisuja",
			Line:    "rivi\u00A0{n}",
			ForRead: "on {was}, pitää olla {is}",
			Delete:  "{was} poistetaan",
			Insert:  "{is} lisätään",
		},
		Trade: Trade{
			Sheet:        "Kirjan tiedot",
			About:        "Kirjasta",
			AboutAuthor:  "Tekijästä",
			AboutAuthors: "Tekijöistä",
			FromTheBook:  "Poimintoja kirjasta",
			Inside:       "Kurkistus kirjaan",
			Order:        "Tilaukset",
			Series:       "Sarja",
			Rights:       "Oikeudet",
			Excerpt:      "Lukunäyte",
			ExcerptOf:    "{title} (lukunäyte)",
			IsExcerpt:    "Tämä oli lukunäyte teoksesta {title}.",
			WholeBook:    "Koko kirja",
		},
		Answers: Answers{
			Title:    "Huomautuksesi",
			Thanks:   "Kiitos tarkasta lukemisesta. Näin huomautuksillesi kävi.",
			At:       "sivu\u00A0{page}, rivi\u00A0{line}",
			Taken:    "otettu huomioon",
			Changed:  "muutettu toisin",
			Declined: "jätetty ennalleen",
			Open:     "vielä avoin",
			Gone:     "ei enää kirjassa",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n} kortti", Other: "{n} korttia"},
			Themes:      "Aiheet",
			Blank:       "Kirjoita tämä muistiin",
			Deck:        "{title}: kortit",
			AtAGlance:   "{title}: kortit yhdellä silmäyksellä",
			Proof:       "{title}: kortin vedos",
			Calibration: "{title}: kalibrointi",
		},
		Sheets: Sheets{
			Front:      "{sheet} etupuoli",
			Back:       "{sheet} kääntöpuoli",
			Of:         "{n}/{of}",
			ProofFront: "etupuoli: {card}",
			ProofBack:  "kääntöpuoli",
			Ruler:      "Viivain on {mm} mm pitkä, kun kortti on oikean kokoinen. Jos se ei ole, tulosta koossa 100\u00A0%.",
			Jig:        "malline",
			JigCard:    "kortti, koko {size}",
			JigCut:     "leikkaa katkoviivoja pitkin, {mm} mm kortin ulkopuolelta",
		},
		Laminating: finnishLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kortit, {service}",
			Choose:   "Valitse tämä kortti: {card}. Pakassa on {n}.",
			OwnBacks: "Anna jokaiselle kortille oma etupuoli ja oma selkäpuoli.",
			UploadPictures: "Lataa etupuolet ({fronts}) numerojärjestyksessä ja sitten selkäpuolet ({backs}) samassa " +
				"järjestyksessä: kortin etu- ja selkäpuolella on sama numero.",
			UploadFile: "Lataa {file}. Siinä on sivu kutakin puolta kohti, kortin selkäpuoli ennen etupuolta.",
			Unscaled: "Älä anna minkään skaalautua: tiedostot ovat oikean kokoisia, ja niistä leikataan joka puolelta " +
				"{mm}\u00A0mm.",
			Finish:  "Paperin, pinnan ja rasian voi valita vapaasti: tiedostot ovat samat.",
			Preview: "Katso jokainen kortti esikatselussa ja tilaa yksi pakka, ennen kuin tilaat monta.",
		},
		Calibrate: finnishCalibration(),
		Ebook: Ebook{
			Landmarks:    "Kirjan osat",
			Start:        "Tekstin alku",
			PrintedPages: "Painetun kirjan sivut",
			Pages:        "Sivut",
			BackToText:   "Takaisin tekstiin",
			CoverOf:      "Kirjan kansi: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, painettu kirja",
			Identifier:   "Julkaisun tunniste",
		},
		Access: Accessibility{
			Text: "Tekstin koon, kirjasimen ja värin voi valita vapaasti, ja ruudunlukuohjelma tai pistenäyttö lukee tekstin oikeassa " +
				"järjestyksessä.",
			Ways:          " Kirjassa liikkumista helpottavat {ways}.",
			Contents:      "sisällysluettelo",
			Headings:      "otsikot",
			Indexes:       "linkitetyt hakemistot",
			PageNumbers:   "painetun kirjan sivunumerot",
			NoneDescribed: " Kuvilla ei ole kuvauksia.",
			SomeDescribed: " Osalla kuvista ei ole kuvausta.",
			AllDescribed:  " Jokainen kuva on kuvattu sanoin.",
			OnlyCover:     " Ainoa kuva on kansi, joka on kuvattu sanoin.",
			NoPictures:    " Kuvia ei ole.",
			Tables:        " Taulukoissa on nimetyt sarakkeet.",
			Notes:         " Viitteistä on linkit viitemerkkeihin ja takaisin.",
			Still:         " Mikään ei liiku, välky eikä pidä ääntä.",
			Statement: Statement{
				Title:       "Saavutettavuusseloste",
				Reading:     "Lukemistavat",
				Navigation:  "Siirtyminen",
				Hazards:     "Vaarat",
				Conformance: "Vaatimustenmukaisuus",
				Contact:     "Yhteys",
				Meets:       "Tämä julkaisu täyttää vaatimukset: {standard}. Vahvistaja: {name}.",
				Unclaimed:   "Kukaan ei ole vahvistanut, että tämä julkaisu täyttää jonkin saavutettavuusstandardin.",
				WriteTo:     "Kysymykset ja huomautukset saavutettavuudesta: {address}",
				Made:        "Selosteen päiväys: {date}",
				Formulas:    " Kaavat ovat MathML-muodossa.",
			},
		},
		Rules:  finnishRules(),
		Reader: finnishReader(),
	}
}

func finnishLaminating() Laminating {
	return Laminating{
		Label:      "laminointi",
		Title:      "Korttien leikkaaminen ja laminointi",
		PlainLabel: "ohjeet",
		PlainTitle: "Korttien tekeminen",
		PrintBothSides: "Tulosta sivut {first}–{n} kaksipuolisina ja oikean kokoisina (100\u00A0%) ja aseta tulostin kääntämään arkki " +
			"{edge} reunan ympäri. Pidä arkkia valoa vasten: jokaisen kääntöpuolen on oltava etupuolensa takana. Ellei se ole, octavo cards " +
			"calibrate näyttää, kuinka paljon se on sivussa.",
		PrintOneSide: "Tulosta sivut {first}–{n} yksipuolisina ja oikean kokoisina (100\u00A0%).",
		LongEdge:     "pitkän",
		ShortEdge:    "lyhyen",
		Cut: "Leikkaa alla olevien numeroiden järjestyksessä, aina koko arkin läpi, ja pidä palat järjestyksessä. Leikatun kortin koko on " +
			"{size}.",
		Break: "Irrota arkin {stock} kortit toisistaan rei’itystä pitkin. Kortin koko on {size}.",
		Fold: "Leikkaa alla olevien numeroiden järjestyksessä, taita sitten jokainen pala katkoviivaa pitkin painetut puolet ulospäin ja " +
			"paina taite litteäksi.",
		Warm: "Anna laminaattorin kuumeta niin kuin kalvo vaatii ja syötä tasku suljettu reuna edellä. Anna sen maata tasaisella, kunnes se " +
			"on jäähtynyt.",
		LaySheet: "Pane jokainen arkki taskuun {pouch} suljettuun reunaan asti niin, että kalvo ulottuu muilla sivuilla yhtä paljon arkin " +
			"yli.",
		OpenEdges: "Näiden korttien reunat ovat avoimet: paperi on niissä paljaana ja imee vettä. Pidä kortit kuivina, tai leikkaa kortit " +
			"ensi kerralla ensin ja laminoi ne vasta sitten (laminate = \"cards\").",
		RoundCorners: "Pyöristä kulmat noin {mm} mm:n kulmapyöristimellä ennen kuin kalvo pannaan paikalleen.",
		LayOnJig: "Pane avoin tasku {pouch} mallineelle, joka on seuraavalla sivulla, ja kortti jokaiseen sen kehykseen. Kehysten väli on " +
			"{mm} mm, joten kalvo kohtaa kalvon jokaisen kortin ympärillä.",
		CloseOnJig: "Sulje tasku kortteja liikuttamatta ja vedä malline pois.",
		CutDashes: "Leikkaa katkoviivoja pitkin, {mm} mm jokaisen kortin ulkopuolelta eikä koskaan paperiin: kortti pysyy tiiviinä vain, kun " +
			"kalvo ulottuu joka puolella sen yli.",
		LayCard: "Pane jokainen kortti taskuun {pouch} ({name}) niin, että kalvo ulottuu joka puolella yhtä paljon sen yli: kapeammilla sivuilla " +
			"{mm} mm.",
		KeepFilm: "Älä leikkaa kalvoon: kortti pysyy tiiviinä vain, kun kalvo ulottuu joka puolella sen yli. Pyöristä kalvon kulmat, jos ne ovat " +
			"terävät.",
		TestStock: "Tulosta sivu\u00A0{first} tavalliselle paperille ja pidä sitä valoa vasten arkin {stock} päällä: jokaisen " +
			"kortin on oltava rei’ityksensä sisällä.",
		FeedStock:    "Syötä arkit yksitellen käsinsyöttölokerosta ja anna musteen kuivua.",
		PunchCorners: "Pyöristä kulmat noin {mm}\u00A0mm:n kulmapyöristimellä.",
		Glue:         "Liimaa kunkin kortin puolikkaat yhteen ja anna niiden kuivua painon alla.",
		OpenLines: "Aseta ohjelmassa {program} sivun kooksi {sheet}, avaa {svg} (tai {dxf}, jos se ei lue SVG:tä) ja keskitä " +
			"viivat sivulle. Yhdessä ne mittaavat {size}.",
		TypeMarks: "Ota käyttöön kolmen kulman kohdistusmerkit ja kirjoita, mitä on painettu: pituus {arm}\u00A0mm, paksuus " +
			"{thickness}\u00A0mm, etäisyys reunasta {inset}\u00A0mm.",
		CutByMachine: "Aseta arkki matolle etupuoli ylöspäin ja musta neliö vasempaan yläkulmaan ja anna koneen etsiä merkit. " +
			"Leikkaa ensin arkki tavallista paperia.",
		Upload: "Lataa ohjelmaan {program} jokainen kuva {png} litteänä kuvana (Print Then Cut) ja aseta sen koko: {size}. Kone " +
			"leikkaa sen reunoja pitkin.",
		AttachLines: "Lataa myös {svg}, aseta viivat kuvan päälle keskikohdat kohdakkain ja liitä ne yhteen: kone leikkaa " +
			"viivoja pitkin.",
		PrintThere: "Tulosta se sieltä, arkkina {sheet}, oikean kokoisena (100\u00A0%) ja leikkaa ensin arkki tavallista " +
			"paperia.",
		PrintBacks: "Tulosta ennen leikkaamista selkäpuoli toiselle puolelle: sivu\u00A0{first} kuuluu ensimmäiseen kuvaan ja " +
			"niin edelleen. Se on arkin keskellä: siirrä kuva sinne ja pidä ensimmäistä arkkia valoa vasten.",
	}
}

func finnishCalibration() Calibration {
	return Calibration{
		Front:  "etupuoli",
		Back:   "kääntöpuoli",
		OnBack: "Kalibrointiarkin kääntöpuoli. Käännä arkki ja pidä sitä valoa vasten.",
		Title:  "Ovatko kääntöpuolet etupuolten takana?",
		Print: []string{"Tulosta tämä arkki kaksipuolisena niin kuin tulostat korttisi:",
			"oikean kokoisena (100\u00A0%), ei sivulle sovitettuna."},
		Hold: []string{"Pidä sitä ikkunaa vasten tämä puoli itseesi päin.", "Kääntöpuolen viivat kuultavat läpi."},
		Read: []string{"Etsi jokaiselta neljältä sivulta pitkän asteikon viiva, joka jatkuu",
			"suoraan kääntöpuolen viivana, ja kirjoita muistiin sen luku.",
			"Viivojen väli on neljännesmillimetri. Kääntöpuolen paksu viiva",
			"osoittaa pienellä viivaimella suunnilleen, mikä luku siitä tulee;",
			"jos se on yli 3, ilmoita se ja tulosta arkki sen jälkeen uudelleen."},
		Type: []string{"Kirjoita luvut yhdelle riville, miinusmerkki mukaan, jos se on:"},
		Shifted: [2]Pattern{"Ne lisätään siihen, mikä jo siirtää tätä kääntöpuolta:",
			"{right} mm oikealle, {down} mm alas ja {degrees} astetta."},
		Top:      "ylhäällä",
		Bottom:   "alhaalla",
		Left:     "vasemmalla",
		Right:    "oikealla",
		Reminder: []string{"Lue valoa vasten luvut", "viivojen kohtaamispaikoista:", "x on vaakaan, y on pystyyn."},
	}
}

func finnishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/fi.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`ja tai eli sekä mutta vaan että jotta kun kuin jos vaikka koska joka jotka mikä mitkä
			ei en et emme ette eivät se ne tämä nämä tuo nuo hän he yksi ilman ennen kohti hyvin
			minä sinä me te on ovat oli olivat olla ole voi pitää täytyy saa jokainen kaikki kaksi kolme neljä viisi kuusi seitsemän kahdeksan
			yhdeksän kymmenen sata tuhat`),
		Opening: set(`ja tai eli sekä mutta vaan että jotta kun kuin jos vaikka koska joka jotka mikä mitkä kuka ketkä miten miksi missä milloin eikä kunnes
			jonka jota joita jossa`),
		BeforeNumber: set("s. ss. nro nro. n:o luku osa kuva taul. § §§ art. vk. klo n. v. vv. noin puh. painos"),
		BeforeName:   set("tri prof. hra rva nti st. dos. ins. fil. toht. maist."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km ha mg g kg t ml cl dl l L s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ mk euroa senttiä
			milj. mrd. jKr. eKr. v. vuotta`),
		Abbreviations: []string{"e.m.", "i.p.", "a.p.", "n.s."},
		NoSentenceEnd: set(`esim. ks. mm. ym. yms. jne. ns. ts. vrt. nk. eli. s. ss. nro. prof. Prof. toim. suom. puh. klo. n. v. vv. as. kpl. milj. mrd.
			synt. k. os. em. ko. tms. vast. mr. st. eaa. ark. hra. rva. ` + ordinalDays),
		Matter: map[string]string{"esipuhe": "preface", "alkusanat": "preface", "saatteeksi": "foreword", "lukijalle": "foreword",
			"johdanto": "introduction", "prologi": "prologue", "kiitokset": "acknowledgments", "epilogi": "epilogue",
			"jalkisanat": "afterword", "jalkilause": "afterword", "lopuksi": "conclusion", "loppusanat": "conclusion",
			"paatelmat": "conclusion", "liite": "appendix", "liitteet": "appendix", "kolofoni": "colophon", "kuvalahteet": "credits",
			"errata": "errata", "korjauksia": "errata"},
		Letters:  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ä Ö",
		Repeated: set("hyvin niin ei joo no ja se että"),
		Joining:  set("ja sekä tai eli että"),
		Stem: stemBy(`issaan issään issa issä ista istä iin ille illa illä ilta iltä ina inä iksi itta ittä ien jen iden eiden
			ssa ssä sta stä lla llä lta ltä lle ksi tta ttä na nä aan ään een iin oon uun yyn öön a ä n t en in`),
	}
}

func finnishReader() Reader {
	return Reader{
		Page: []string{"sivu", "sivulla", "sivut", "s"},
		Line: []string{"rivi", "rivillä", "r"},
		On:   []string{"kohdassa"},
		Days: []string{"maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai", "maanantaina", "tiistaina",
			"keskiviikkona", "torstaina", "perjantaina", "lauantaina", "sunnuntaina"},
		Columns: Columns{
			Page:    []string{"sivu", "sivunumero"},
			Line:    []string{"rivi", "rivinumero"},
			Comment: []string{"huomautus", "huomautukset", "kommentti", "kommentit", "muistiinpano", "korjaus"},
			Reader:  []string{"lukija", "nimi", "kuka", "kirjoittaja"},
			Words:   []string{"sanat", "lainaus", "teksti", "korostus", "kohta"},
			New:     []string{"uusi", "korvaa", "pitäisi olla"},
			File:    []string{"tiedosto"},
			Row:     []string{"tiedoston rivi"},
			Date:    []string{"päivä", "päivämäärä", "luotu"},
			Heading: []string{"luku", "jakso", "otsikko"},
			Book:    []string{"kirja", "kirjan nimi", "teos"},
		},
		Labels: Labels{
			Passage: []string{"korostus", "lainaus", "teksti", "kohta"},
			Heading: []string{"luku", "jakso"},
			Comment: []string{"muistiinpano", "huomautus", "kommentti"},
		},
		Kindle: Kindle{
			Page:     []string{"sivu"},
			Location: []string{"sijainti"},
			Added:    []string{"lisätty"},
			Note:     []string{"muistiinpano"},
		},
		Excerpts: []string{"Kaikki otteet teoksesta"},
		Anybody:  []string{"käyttäjä", "vieras", "ylläpitäjä", "omistaja", "tuntematon", "lukija", "minä", "kirjoittaja", "nimetön"},
	}
}

var (
	finnishOnes     = [...]string{"", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen"}
	finnishOrdinals = [...]string{"", "ensimmäinen", "toinen", "kolmas", "neljäs", "viides", "kuudes", "seitsemäs", "kahdeksas", "yhdeksäs",
		"kymmenes", "yhdestoista", "kahdestoista", "kolmastoista", "neljästoista", "viidestoista", "kuudestoista", "seitsemästoista",
		"kahdeksastoista", "yhdeksästoista", "kahdeskymmenes"}
)

// finnishWord returns a number from 1 to 99 in words.
func finnishWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n <= 10:
		return Capital(finnishOnes[n])
	case n < 20:
		return Capital(finnishOnes[n%10]) + "toista"
	}
	return Capital(finnishOnes[n/10]) + "kymmentä" + finnishOnes[n%10]
}

// finnishOrdinal returns an ordinal number, in words up to the twelfth.
func finnishOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return finnishOrdinals[n]
	}
	return strconv.Itoa(n) + "."
}
