package lang

import "strconv"

// bokmal returns the words and rules of Norwegian in the form Bokmål.
func bokmal() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      bokmalWord,
			PartWord:  func(n int) string { return Capital(nth(bokmalOrdinals[:], n)) },
			Ordinal:   bokmalOrdinal,
			Ordinals:  func(n int) []string { return ordinalForms(bokmalOrdinals[:], norwegianTens[:], n, "", "annet") },
			Date:      "{day}.\u00A0{month} {year}",
			Months:    norwegianMonths,
		},
		Lists: Lists{Comma: ", ", And: " og ", Names: " og ", Abridged: "{name} mfl."},
		Titles: Titles{
			Contents:      "Innhold",
			ByTheme:       "{entries} etter emne",
			ByFirstWords:  "{entries} etter begynnelsesord",
			Subjects:      "Emneregister",
			Notes:         "Noter",
			OtherThemes:   "Andre",
			NumberedPart:  "Del {n}",
			PartInWords:   "{n} del",
			Untitled:      "Uten tittel",
			Cover:         "Omslag",
			TitlePage:     "Tittelside",
			Copyright:     "Kolofon",
			Dedication:    "Dedikasjon",
			Epigraph:      "Motto",
			Colophon:      "Om bokens skrift",
			AboutThisCopy: "Om dette eksemplaret",
		},
		References: References{
			See:             "se",
			Page:            "side\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maksime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Tallene er numrene på bokens {entries}.",
			HeadingSee:      "Se",
			HeadingSeeAlso:  "Se også",
		},
		Notes: Notes{
			ToPage:  "Noter til side\u00A0{page}",
			ToPages: "Noter til side\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Merk",
			Tip:        "Tips",
			Important:  "Viktig",
			Warning:    "Advarsel",
			Caution:    "Vær forsiktig",
			Example:    "Eksempel",
			Exercise:   "Øvelse",
			Question:   "Spørsmål",
			Discussion: "Til diskusjon",
			Summary:    "Sammendrag",
		},
		Tables: Tables{
			Continued: "{caption} (forts.)",
			Goes:      "(forts.)",
			Turned:    "Tabellen står på {page}.",
		},
		Figures: Figures{
			Figure: "figur\u00A0{n}", Table: "tabell\u00A0{n}",
			FigureLabel: "Figur\u00A0{n}.", TableLabel: "Tabell\u00A0{n}.",
			Figures: "Figurer", Tables: "Tabeller",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memer", Means: "en tanke å gi videre"},
				"metaphor": {Name: "metafor", Plural: "metaforer", Means: "én ting sett som en annen", Line: "{tenor} som {vehicle}"},
			},
			Maxims:     "maksimer",
			Entries:    "oppslag",
			Themes:     "Emner",
			Audience:   "For",
			Card:       "kort: {text}",
			Draft:      "UTKAST",
			DraftOnly:  "Utkast: ennå ikke i boken.",
			Drafts:     "Utkast: ",
			DraftFolio: "U{n}",
			Picture:    "[bilde: {alt}]",
		},
		Makers: Makers{
			By: "av {names}",
			Credits: map[string]Pattern{"edt": "Redigert av {name}", "ill": "Illustrert av {name}", "trl": "Oversatt av {name}",
				"aui": "Innledning av {name}", "aft": "Etterord av {name}", "pht": "Fotografier av {name}", "art": "Bilder av {name}",
				"win": "Innledning av {name}", "wpr": "Forord av {name}", "bkd": "Bokdesign: {name}", "cov": "Omslag av {name}",
				"dsr": "Formgitt av {name}", "com": "Utvalg ved {name}"},
			Roles: map[string]string{"aut": "forfatter", "edt": "redaktør", "ill": "illustratør", "trl": "oversetter",
				"aui": "forfatter av innledningen", "pht": "fotograf", "bkd": "bokdesigner", "nrt": "oppleser"},
			Contributor: "bidragsyter",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Navn: {text}",
			Title:          "Tittel: {text}",
			Description:    "Beskrivelse: {text}",
			Identifiers:    "Standardnumre: {text}",
			Subjects:       "Emneord: {text}",
			Classification: "Klassifikasjon: {text}",
			Typeface:       "Satt med {name}, en skrift under lisensen SIL Open Font License.",
			Typefaces:      "Satt med {names}, skrifter under lisensen SIL Open Font License.",
			SetIn:          "Satt med {font}",
			DesignedBy:     ", tegnet av {designer}",
			MadeBy:         ". Linjer, sider og registre er laget av octavo fra forfatterens manuskript.",
		},
		Typescript: Typescript{Length: "omtrent {n} ord", Chapter: "Kapittel {n}"},
		Review: Review{
			Notice:          "Ukorrigert leseeksemplar – ikke for salg",
			Quotations:      "Dette er et ukorrigert leseeksemplar. Kontroller alle sitater mot den ferdige boken.",
			Unnamed:         "leseeksemplar",
			Front:           "Forside",
			Data:            "Opplysninger",
			Changes:         "Endringer",
			Title:           "Tittel",
			Author:          "Forfatter",
			Publisher:       "Forlag",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Sider",
			PagesInPrint:    "Sider i trykk",
			Price:           "Pris",
			Publication:     "Utkommer",
			Edition:         "Utgave",
			Manuscript:      "Manuskript",
			Subjects:        "Emner",
			Contact:         "Kontakt",
			Comments:        "Kommentarer",
			TrimSize:        "{millimetres} mm ({inches} tommer)",
			InPrint:         "trykt",
			AsHardcover:     "innbundet",
			InPaper:         "heftet",
			AsEPUB:          "e-bok",
			ToCome:          "kommer senere",
			State:           "Manuskript {revision} av {date}",
			DatedState:      "Manuskript {revision}, {date}",
			BookPages:       "Sidene og numrene deres er bokens. ",
			TypescriptPages: "Dette er et maskinskrevet manuskript: Sidene er ikke bokens. ",
			NumberedLines: "Ved hver {nth} linje på en side står linjens nummer, slik at en kommentar kan si hvor den hører hjemme: «side 42, " +
				"linje 17». Merknader som skrives i filen med en hvilken som helst pdf-leser, finner veien til manuskriptet.",
			EveryLine: "eneste",
			Number:    "Eksemplar {n} av {of}",
			For:       "til",
			Reader:    "til {name}",
			NumberFor: "{copy}, til {name}",
			Drafts:    "Utkast: ennå ikke i boken",
			Removed:   "strøket etter dette: {title}",
			TK:        "TK: kommer senere",
		},
		Changes: Changes{
			Since:           "Hva som er endret siden {state}",
			LastCopy:        "ditt forrige eksemplar, manuskript {revision}",
			None:            "Ingenting.",
			New:             "nytt",
			Removed:         "strøket",
			Moved:           "flyttet",
			Changed:         "endret",
			In:              "i trykk side {n}",
			From:            "fra «{chapter}»",
			WordsNew:        Counted{One: "{n} nytt ord", Other: "{n} nye ord"},
			WordsGone:       Counted{Other: "{n} ord strøket"},
			OtherPicture:    "et annet bilde",
			OtherForm:       "i en annen form",
			OtherKeys:       "endret: {keys}",
			CrossReferences: "henvisninger",
		},
		Errata: Errata{
			Title:   "Rettelser",
			Line:    "linje\u00A0{n}",
			ForRead: "i stedet for {was} les {is}",
			Delete:  "{was} utgår",
			Insert:  "{is} tilføyes",
		},
		Trade: Trade{
			Sheet:        "Titelinformasjon",
			About:        "Om boken",
			AboutAuthor:  "Om forfatteren",
			AboutAuthors: "Om forfatterne",
			FromTheBook:  "Fra boken",
			Inside:       "Et blikk inn i boken",
			Order:        "Bestilling",
			Series:       "Serie",
			Rights:       "Rettigheter",
			Excerpt:      "Utdrag",
			ExcerptOf:    "{title} (utdrag)",
			IsExcerpt:    "Dette var et utdrag fra {title}.",
			WholeBook:    "Hele boken",
		},
		Answers: Answers{
			Title:    "Dine merknader",
			Thanks:   "Takk for en så grundig lesning. Slik har det gått med merknadene dine.",
			At:       "side\u00A0{page}, linje\u00A0{line}",
			Taken:    "tatt til følge",
			Changed:  "endret på annen måte",
			Declined: "uendret",
			Open:     "fortsatt åpen",
			Gone:     "ikke lenger i boken",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} kort"},
			Themes:      "Emner",
			Blank:       "Skriv det ned",
			Deck:        "{title}: kort",
			AtAGlance:   "{title}: alle kortene samlet",
			Proof:       "{title}: prøvetrykk av et kort",
			Calibration: "{title}: kalibrering",
		},
		Sheets: Sheets{
			Front:      "{sheet} forside",
			Back:       "{sheet} bakside",
			Of:         "{n} av {of}",
			ProofFront: "forsiden av {card}",
			ProofBack:  "bakside",
			Ruler:      "Linjalen er {mm} mm lang når kortet har riktig størrelse. Er den ikke det, skriv ut i 100\u00A0%.",
			Jig:        "mal",
			JigCard:    "et kort på {size}",
			JigCut:     "skjær langs strekene, {mm} mm utenfor",
		},
		Laminating: bokmalLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kort til {service}",
			Choose:   "Velg dette kortet: {card}. Kortstokken har {n}.",
			OwnBacks: "Gi hvert kort sin egen forside og sin egen bakside.",
			UploadPictures: "Last opp forsidene ({fronts}) i nummerrekkefølge og deretter baksidene ({backs}) i samme " +
				"rekkefølge: Forsiden og baksiden av et kort har samme nummer.",
			UploadFile: "Last opp {file}. Filen har en side for hver kortside, baksiden av et kort før forsiden.",
			Unscaled:   "La ingenting skaleres: Filene har sin størrelse, med {mm}\u00A0mm hele veien rundt som skjæres av.",
			Finish:     "Papir, overflate og eske kan velges fritt: Filene er de samme.",
			Preview:    "Se på hvert kort i forhåndsvisningen, og bestill én kortstokk før du bestiller mange.",
		},
		Calibrate: bokmalCalibration(),
		Ebook: Ebook{
			Landmarks:    "Landemerker",
			Start:        "Begynnelsen av teksten",
			PrintedPages: "Sidene i den trykte boken",
			Pages:        "Sider",
			BackToText:   "Tilbake til teksten",
			CoverOf:      "Omslaget til {title}",
			CoverBy:      ", av {names}",
			PrintedBook:  "{title}, den trykte boken",
			Identifier:   "Utgivelsens identifikator",
		},
		Access: Accessibility{
			Text: "Størrelse, skrift og farge på teksten kan velges fritt, og en skjermleser eller en leselist gjengir den i riktig " +
				"rekkefølge.",
			Ways:          " Man finner frem ved hjelp av {ways}.",
			Contents:      "en innholdsfortegnelse",
			Headings:      "overskrifter",
			Indexes:       "registre med lenker",
			PageNumbers:   "sidetallene i den trykte boken",
			NoneDescribed: " Bildene har ingen beskrivelse.",
			SomeDescribed: " Noen av bildene har ingen beskrivelse.",
			AllDescribed:  " Hvert bilde er beskrevet med ord.",
			OnlyCover:     " Det eneste bildet er omslaget, som er beskrevet med ord.",
			NoPictures:    " Det er ingen bilder.",
			Tables:        " Tabellene har navn på kolonnene sine.",
			Notes:         " Notene er lenket til notetegnene sine og tilbake.",
			Still:         " Ingenting beveger seg, blinker eller lager lyd.",
			Statement: Statement{
				Title:       "Tilgjengelighetserklæring",
				Reading:     "Måter å lese på",
				Navigation:  "Navigering",
				Hazards:     "Farer",
				Conformance: "Samsvar",
				Contact:     "Kontakt",
				Meets:       "Denne utgivelsen oppfyller {standard}. Sertifisert av: {name}.",
				Unclaimed:   "Ingen har sertifisert at denne utgivelsen oppfyller en standard for tilgjengelighet.",
				WriteTo:     "Spørsmål og merknader om tilgjengelighet: {address}",
				Made:        "Erklæringens dato: {date}",
				Formulas:    " Formler gis som MathML.",
			},
		},
		Rules:  bokmalRules(),
		Reader: bokmalReader(),
	}
}

func bokmalLaminating() Laminating {
	return Laminating{
		Label:      "laminering",
		Title:      "Slik skjærer og laminerer du kortene",
		PlainLabel: "veiledning",
		PlainTitle: "Slik lager du kortene",
		PrintBothSides: "Skriv ut side {first} til {n} på begge sider i riktig størrelse (100\u00A0%), med skriveren innstilt på å vende langs den " +
			"{edge} kanten. Hold et ark mot lyset: Hver bakside skal ligge bak sin forside. Gjør den ikke det, viser octavo cards " +
			"calibrate hvor mye den er forskjøvet.",
		PrintOneSide: "Skriv ut side {first} til {n} på én side i riktig størrelse (100\u00A0%).",
		LongEdge:     "lange",
		ShortEdge:    "korte",
		Cut: "Skjær i rekkefølge etter numrene nedenfor, alltid gjennom hele arket, og hold stykkene i orden. Et ferdig skåret kort måler " +
			"{size}.",
		Break: "Brekk arket {stock} fra hverandre langs perforeringen. Et kort måler {size}.",
		Fold: "Skjær i rekkefølge etter numrene nedenfor, brett deretter hvert stykke langs den stiplede linjen med trykket ut, og press " +
			"bretten flat.",
		Warm: "La laminatoren bli så varm som folien krever, og før lommen inn med den lukkede kanten først. La den ligge flatt til den er " +
			"kald.",
		LaySheet: "Legg hvert ark i en lomme på {pouch}, skjøvet helt inn mot den lukkede kanten, slik at folien stikker like langt ut på " +
			"de andre sidene.",
		OpenEdges: "Kantene på disse kortene er åpne: Der ligger papiret bart og trekker vann. Hold dem tørre, eller skjær kortene først " +
			"neste gang, og laminer dem etterpå (laminate = \"cards\").",
		RoundCorners: "Rund av hjørnene med en hjørnerunder på omtrent {mm} mm før folien legges på.",
		LayOnJig: "Legg den åpne lommen på {pouch} på malen, som er neste side, og et kort på hver av rammene. Rammene ligger {mm} mm fra " +
			"hverandre, slik at folie møter folie hele veien rundt hvert kort.",
		CloseOnJig: "Lukk lommen uten å flytte kortene, og trekk ut malen.",
		CutDashes: "Skjær langs strekene, {mm} mm utenfor hvert kort og aldri inn i papiret: Et kort forblir bare tett så lenge folien stikker " +
			"ut hele veien rundt.",
		LayCard: "Legg hvert kort i en lomme på {pouch} ({name}), slik at folien stikker like langt ut hele veien rundt: {mm} mm på de " +
			"smaleste sidene.",
		KeepFilm: "Ikke skjær i folien: Et kort forblir bare tett så lenge folien stikker ut hele veien rundt. Rund av hjørnene på folien hvis " +
			"de er skarpe.",
		TestStock: "Skriv ut side\u00A0{first} på vanlig papir og hold den foran et lys mot et ark {stock}: Hvert kort må ligge " +
			"innenfor perforeringen sin.",
		FeedStock:    "Legg arkene i den manuelle skuffen ett om gangen, og la fargen tørke.",
		PunchCorners: "Rund av hjørnene med en hjørnerunder på omtrent {mm}\u00A0mm.",
		Glue:         "Lim sammen de to halvdelene av hvert kort, og la dem tørke under en vekt.",
		OpenLines: "Still siden til {sheet} i {program}, åpne {svg} (eller {dxf}, der det ikke leser SVG) og sentrer linjene på " +
			"siden. Til sammen måler de {size}.",
		TypeMarks: "Slå på registreringsmerkene i tre hjørner og skriv inn det som er trykt: lengde {arm}\u00A0mm, tykkelse " +
			"{thickness}\u00A0mm, avstand fra kanten {inset}\u00A0mm.",
		CutByMachine: "Legg et ark på matten med forsiden opp og den svarte firkanten øverst til venstre, og la maskinen finne " +
			"merkene. Skjær først et ark vanlig papir.",
		Upload: "Last opp hvert bilde {png} i {program} som et flatt bilde for Print Then Cut, og still inn størrelsen: {size}. " +
			"Maskinen skjærer langs kantene.",
		AttachLines: "Last også opp {svg}, legg linjene midt på bildet og fest dem sammen: Maskinen skjærer langs linjene.",
		PrintThere:  "Skriv det ut derfra på {sheet} i riktig størrelse (100\u00A0%), og skjær først et ark vanlig papir.",
		PrintBacks: "Skriv ut baksiden på den andre siden før du skjærer: Side\u00A0{first} hører til det første bildet, og så " +
			"videre. Den står midt på arket: Flytt bildet dit, og hold det første arket mot lyset.",
	}
}

func bokmalCalibration() Calibration {
	return Calibration{
		Front:  "forside",
		Back:   "bakside",
		OnBack: "Baksiden av kalibreringsarket. Snu arket og hold det mot lyset.",
		Title:  "Ligger baksidene bak forsidene?",
		Print: []string{"Skriv ut arket på begge sider, slik du skriver ut kortene dine:",
			"i riktig størrelse (100\u00A0%), ikke tilpasset siden."},
		Hold: []string{"Hold det mot et vindu med denne siden mot deg.", "Linjene på baksiden skinner gjennom."},
		Read: []string{"Finn på hver av de fire sidene streken på den lange skalaen som",
			"fortsetter rett over i en strek på baksiden, og skriv ned tallet.",
			"Fra strek til strek er det en kvart millimeter. Den tykke streken",
			"på baksiden viser på den lille linjalen omtrent hvilket tall det",
			"blir; er det mer enn 3, oppgi det og skriv ut arket igjen etterpå."},
		Type: []string{"Skriv dem inn på én linje, med minus der det står et:"},
		Shifted: [2]Pattern{"De legges til det som allerede flytter denne baksiden:",
			"{right} mm mot høyre, {down} mm ned og {degrees} grader."},
		Top:      "øverst",
		Bottom:   "nederst",
		Left:     "venstre",
		Right:    "høyre",
		Reminder: []string{"Les av tallene mot lyset", "der strekene møtes:", "x er på tvers, y er ned."},
	}
}

func bokmalRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/nb.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`en ei et den det de
			av bak blant etter foran fra før gjennom hos i imot innen langs med mellom mot om omkring opp over på rundt siden til tross
			under uten ved
			og eller men for så at som når hvor da om mens fordi hvis
			min mi mitt mine din di ditt dine sin si sitt sine hans hennes dens dets vår vårt våre deres ikke meget
			jeg du han hun man vi dere er var være har hadde blir ble kan skal må vil denne dette disse hver alle noen noe ingen intet to tre fire
			fem seks sju åtte ni ti tolv hundre tusen aldri`),
		Opening:      set(`og eller men for at som når hvor da om mens fordi hvis hvem hva hvilken hvilket hvilke hvordan hvorfor før enn`),
		BeforeNumber: set("s. nr. nr bd. del kap. fig. tab. § §§ art. årg. ca. kl. tlf. oppl. f. d. pkt."),
		BeforeName:   set("dr. prof. hr. fru frk. st. ing. cand. mag. phil. jur."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km mil ha mg g kg t ml cl dl l L s min t. timer h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ kr
			kroner øre euro mill. mrd. f. ff. e.Kr. f.Kr. år`),
		NoSentenceEnd: set(`f.eks. bl.a. dvs. s.k. pga. jf. jfr. ca. kap. s. nr. fig. tab. resp. prof. dr. Prof. Dr. hr. kl. osv. mfl. mm. mht. ifm.
			vedr. evt. inkl. ekskl. iflg. hhv. pkt. red. utg. overs. tlf. eng. d. f. eks. bl. a. St. mill. mrd. ` + ordinalDays),
		Matter: map[string]string{"forord": "preface", "innledning": "introduction", "introduksjon": "introduction", "prolog": "prologue",
			"takk": "acknowledgments", "forfatterens-takk": "acknowledgments", "epilog": "epilogue", "etterord": "afterword",
			"avslutning": "conclusion", "konklusjon": "conclusion", "vedlegg": "appendix", "tillegg": "appendix",
			"appendiks": "appendix", "kolofon": "colophon", "bildekilder": "credits", "illustrasjoner": "credits",
			"rettelser": "errata", "errata": "errata"},
		Chapter:    []string{"kapitlet", "kapittelet"},
		Part:       []string{"delen"},
		Articles:   []string{"en", "ei", "et", "den", "det", "de"},
		Letters:    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
		Elided:     set("n a ke"),
		Possessive: Possessive{After: "sxz", Names: true},
		Repeated:   set("meget så ja nei det som den om at og der"),
		Joining:    set("en ei et den det de og eller av i på til fra med for om ved"),
		Stem:       stemBy("hetene heten heter het ningene ningen ninger ning erne ene en et er a e ne s"),
	}
}

func bokmalReader() Reader {
	return Reader{
		Page: []string{"side", "siden", "sider", "s"},
		Line: []string{"linje", "linjer", "l"},
		On:   []string{"på"},
		Days: []string{"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
		Columns: Columns{
			Page:    []string{"side", "sidetall", "sidenummer"},
			Line:    []string{"linje", "linjenummer"},
			Comment: []string{"kommentar", "kommentarer", "merknad", "notat", "rettelse"},
			Reader:  []string{"leser", "navn", "hvem", "forfatter", "fra"},
			Words:   []string{"ord", "sitat", "tekst", "markering", "sted"},
			New:     []string{"ny", "erstatt med", "skal være"},
			File:    []string{"fil"},
			Row:     []string{"fillinje"},
			Date:    []string{"dato", "opprettet"},
			Heading: []string{"kapittel", "avsnitt", "overskrift"},
			Book:    []string{"tittel", "bok", "boktittel"},
		},
		Labels: Labels{
			Passage: []string{"markering", "sitat", "tekst", "sted"},
			Heading: []string{"kapittel", "avsnitt"},
			Comment: []string{"notat", "kommentar", "mitt notat"},
		},
		Kindle: Kindle{
			Page:     []string{"side"},
			Location: []string{"plassering"},
			Added:    []string{"lagt til"},
			Note:     []string{"notat"},
		},
		Excerpts: []string{"Alle utdrag fra"},
		Anybody:  []string{"bruker", "gjest", "administrator", "eier", "ukjent", "leser", "jeg", "forfatter", "anonym"},
	}
}

var (
	norwegianMonths = [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
		"desember"}
	norwegianTens = [...]string{"", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"}
	bokmalNumbers = [...]string{"", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
		"femten", "seksten", "sytten", "atten", "nitten"}
	bokmalOrdinals = [...]string{"", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende", "ellevte",
		"tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende", "tjuende"}
)

// bokmalWord returns a number from 1 to 99 in words. The first has an accent that tells it from the article.
func bokmalWord(n int) string {
	if n == 1 {
		return "Én"
	}
	return tensFirst(bokmalNumbers[:], norwegianTens[:], n)
}

// bokmalOrdinal returns an ordinal number, in words up to the twelfth.
func bokmalOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return bokmalOrdinals[n]
	}
	return strconv.Itoa(n) + "."
}
