package lang

import "strconv"

// nynorsk returns the words and rules of Norwegian in the form Nynorsk.
func nynorsk() *Language {
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
			Word:      nynorskWord,
			PartWord:  func(n int) string { return Capital(nth(nynorskOrdinals[:], n)) },
			Ordinal:   nynorskOrdinal,
			Ordinals:  func(n int) []string { return ordinalForms(nynorskOrdinals[:], norwegianTens[:], n, "fyrste", "anna") },
			Date:      "{day}.\u00A0{month} {year}",
			Months:    norwegianMonths,
		},
		Lists: Lists{Comma: ", ", And: " og ", Names: " og ", Abridged: "{name} m.fl."},
		Titles: Titles{
			Contents:      "Innhald",
			ByTheme:       "{entries} etter emne",
			ByFirstWords:  "{entries} etter opningsord",
			Subjects:      "Emneregister",
			Notes:         "Notar",
			OtherThemes:   "Andre",
			NumberedPart:  "Del {n}",
			PartInWords:   "{n} del",
			Untitled:      "Utan tittel",
			Cover:         "Omslag",
			TitlePage:     "Tittelside",
			Copyright:     "Kolofon",
			Dedication:    "Dedikasjon",
			Epigraph:      "Motto",
			Colophon:      "Om skrifta i boka",
			AboutThisCopy: "Om dette eksemplaret",
		},
		References: References{
			See:             "sjå",
			Page:            "side\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maksime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Tala er nummera på {entries} i boka.",
			HeadingSee:      "Sjå",
			HeadingSeeAlso:  "Sjå òg",
		},
		Notes: Notes{
			ToPage:  "Notar til side\u00A0{page}",
			ToPages: "Notar til side\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Merk",
			Tip:        "Tips",
			Important:  "Viktig",
			Warning:    "Åtvaring",
			Caution:    "Ver varsam",
			Example:    "Døme",
			Exercise:   "Øving",
			Question:   "Spørsmål",
			Discussion: "Til diskusjon",
			Summary:    "Samandrag",
		},
		Tables: Tables{
			Continued: "{caption} (framhald)",
			Goes:      "(framhald)",
			Turned:    "Tabellen står på {page}.",
		},
		Figures: Figures{
			Figure: "figur\u00A0{n}", Table: "tabell\u00A0{n}",
			FigureLabel: "Figur\u00A0{n}.", TableLabel: "Tabell\u00A0{n}.",
			Figures: "Figurar", Tables: "Tabellar",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "mem", Means: "ein tanke å gje vidare"},
				"metaphor": {Name: "metafor", Plural: "metaforar", Means: "éin ting sedd som ein annan", Line: "{tenor} som {vehicle}"},
			},
			Maxims:     "maksimar",
			Entries:    "oppslag",
			Themes:     "Emne",
			Audience:   "For",
			Card:       "kort: {text}",
			Draft:      "UTKAST",
			DraftOnly:  "Utkast: enno ikkje i boka.",
			Drafts:     "Utkast: ",
			DraftFolio: "U{n}",
			Picture:    "[bilete: {alt}]",
		},
		Makers: Makers{
			By: "av {names}",
			Credits: map[string]Pattern{"edt": "Redigert av {name}", "ill": "Illustrert av {name}", "trl": "Omsett av {name}",
				"aui": "Innleiing av {name}", "aft": "Etterord av {name}", "pht": "Fotografi av {name}", "art": "Bilete av {name}",
				"win": "Innleiing av {name}", "wpr": "Føreord av {name}", "bkd": "Bokdesign: {name}", "cov": "Omslag av {name}",
				"dsr": "Formgjeve av {name}", "com": "Utval ved {name}"},
			Roles: map[string]string{"aut": "forfattar", "edt": "redaktør", "ill": "illustratør", "trl": "omsetjar",
				"aui": "forfattar av innleiinga", "pht": "fotograf", "bkd": "bokdesignar", "nrt": "opplesar"},
			Contributor: "medverkande",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Namn: {text}",
			Title:          "Tittel: {text}",
			Description:    "Omtale: {text}",
			Identifiers:    "Standardnummer: {text}",
			Subjects:       "Emneord: {text}",
			Classification: "Klassifikasjon: {text}",
			Typeface:       "Sett med {name}, ei skrift under lisensen SIL Open Font License.",
			Typefaces:      "Sett med {names}, skrifter under lisensen SIL Open Font License.",
			SetIn:          "Sett med {font}",
			DesignedBy:     ", teikna av {designer}",
			MadeBy:         ". Linjer, sider og register er laga av octavo ut frå manuskriptet til forfattaren.",
		},
		Typescript: Typescript{Length: "om lag {n} ord", Chapter: "Kapittel {n}"},
		Review: Review{
			Notice:          "Ukorrigert lesareksemplar – ikkje for sal",
			Quotations:      "Dette er eit ukorrigert lesareksemplar. Kontroller alle sitat mot den ferdige boka.",
			Unnamed:         "lesareksemplar",
			Front:           "Framside",
			Data:            "Opplysningar",
			Changes:         "Endringar",
			Title:           "Tittel",
			Author:          "Forfattar",
			Publisher:       "Forlag",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Sider",
			PagesInPrint:    "Sider i prent",
			Price:           "Pris",
			Publication:     "Kjem ut",
			Edition:         "Utgåve",
			Manuscript:      "Manuskript",
			Subjects:        "Emne",
			Contact:         "Kontakt",
			Comments:        "Kommentarar",
			TrimSize:        "{millimetres} mm ({inches} tommar)",
			InPrint:         "prenta",
			AsHardcover:     "innbunden",
			InPaper:         "hefta",
			AsEPUB:          "e-bok",
			ToCome:          "kjem seinare",
			State:           "Manuskript {revision} av {date}",
			DatedState:      "Manuskript {revision}, {date}",
			BookPages:       "Sidene og sidetala er dei same som i boka. ",
			TypescriptPages: "Dette er eit maskinskrive manuskript: Sidene er ikkje dei same som i boka. ",
			NumberedLines: "Ved kvar {nth} linje på ei side står nummeret på linja, slik at ein kommentar kan seie kvar han høyrer heime: " +
				"«side 42, linje 17». Merknader som blir skrivne i fila med ein kva som helst pdf-lesar, finn vegen til manuskriptet.",
			EveryLine: "einaste",
			Number:    "Eksemplar {n} av {of}",
			For:       "til",
			Reader:    "til {name}",
			NumberFor: "{copy}, til {name}",
			Drafts:    "Utkast: enno ikkje i boka",
			Removed:   "stroke etter dette: {title}",
			TK:        "TK: kjem seinare",
		},
		Changes: Changes{
			Since:           "Kva som er endra sidan {state}",
			LastCopy:        "det førre eksemplaret ditt, manuskript {revision}",
			None:            "Ingenting.",
			New:             "nytt",
			Removed:         "stroke",
			Moved:           "flytt",
			Changed:         "endra",
			In:              "i prent side {n}",
			From:            "frå «{chapter}»",
			WordsNew:        Counted{One: "{n} nytt ord", Other: "{n} nye ord"},
			WordsGone:       Counted{Other: "{n} ord strokne", One: "{n} ord stroke"},
			OtherPicture:    "eit anna bilete",
			OtherForm:       "i ei anna form",
			OtherKeys:       "endra: {keys}",
			CrossReferences: "tilvisingar",
		},
		Errata: Errata{
			Title:   "Rettingar",
			Line:    "linje\u00A0{n}",
			ForRead: "i staden for {was} les {is}",
			Delete:  "{was} går ut",
			Insert:  "{is} kjem til",
		},
		Trade: Trade{
			Sheet:        "Titelinformasjon",
			About:        "Om boka",
			AboutAuthor:  "Om forfattaren",
			AboutAuthors: "Om forfattarane",
			FromTheBook:  "Frå boka",
			Inside:       "Eit blikk inn i boka",
			Order:        "Tinging",
			Series:       "Serie",
			Rights:       "Rettar",
			Excerpt:      "Utdrag",
			ExcerptOf:    "{title} (utdrag)",
			IsExcerpt:    "Dette var eit utdrag frå {title}.",
			WholeBook:    "Heile boka",
		},
		Answers: Answers{
			Title:    "Merknadene dine",
			Thanks:   "Takk for at du las så nøye. Slik har det gått med merknadene dine.",
			At:       "side\u00A0{page}, linje\u00A0{line}",
			Taken:    "teken til følgje",
			Changed:  "endra på annan måte",
			Declined: "uendra",
			Open:     "framleis open",
			Gone:     "ikkje lenger i boka",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} kort"},
			Themes:      "Emne",
			Blank:       "Skriv det ned",
			Deck:        "{title}: kort",
			AtAGlance:   "{title}: alle korta samla",
			Proof:       "{title}: prøvetrykk av eit kort",
			Calibration: "{title}: kalibrering",
		},
		Sheets: Sheets{
			Front:      "{sheet} framside",
			Back:       "{sheet} bakside",
			Of:         "{n} av {of}",
			ProofFront: "framsida av {card}",
			ProofBack:  "bakside",
			Ruler:      "Linjalen er {mm} mm lang når kortet har rett storleik. Er han ikkje det, skriv ut i 100\u00A0%.",
			Jig:        "mal",
			JigCard:    "eit kort på {size}",
			JigCut:     "skjer langs strekane, {mm} mm utanfor",
		},
		Laminating: nynorskLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kort til {service}",
			Choose:   "Vel dette kortet: {card}. Kortstokken har {n}.",
			OwnBacks: "Gje kvart kort si eiga framside og si eiga bakside.",
			UploadPictures: "Last opp framsidene ({fronts}) i nummerrekkjefølgje og så baksidene ({backs}) i same rekkjefølgje: " +
				"Framsida og baksida av eit kort har same nummer.",
			UploadFile: "Last opp {file}. Fila har ei side for kvar kortside, baksida av eit kort før framsida.",
			Unscaled:   "Lat ingenting skalerast: Filene har sin storleik, med {mm}\u00A0mm heile vegen rundt som blir skorne av.",
			Finish:     "Papir, overflate og øskje kan veljast fritt: Filene er dei same.",
			Preview:    "Sjå på kvart kort i førehandsvisinga, og tinga éin kortstokk før du tingar mange.",
		},
		Calibrate: nynorskCalibration(),
		Ebook: Ebook{
			Landmarks:    "Landemerke",
			Start:        "Byrjinga av teksten",
			PrintedPages: "Sidene i den prenta boka",
			Pages:        "Sider",
			BackToText:   "Tilbake til teksten",
			CoverOf:      "Omslaget til {title}",
			CoverBy:      ", av {names}",
			PrintedBook:  "{title}, den prenta boka",
			Identifier:   "Identifikator for utgjevinga",
		},
		Access: Accessibility{
			Text: "Storleik, skrift og farge på teksten kan veljast fritt, og ein skjermlesar eller ei leselist gjev att teksten i rett " +
				"rekkjefølgje.",
			Ways:          " Ein finn fram ved hjelp av {ways}.",
			Contents:      "ei innhaldsliste",
			Headings:      "overskrifter",
			Indexes:       "register med lenkjer",
			PageNumbers:   "sidetala i den prenta boka",
			NoneDescribed: " Bileta har ikkje skildringar.",
			SomeDescribed: " Nokre av bileta har ikkje skildringar.",
			AllDescribed:  " Kvart bilete er skildra med ord.",
			OnlyCover:     " Det einaste biletet er omslaget, som er skildra med ord.",
			NoPictures:    " Det er ingen bilete.",
			Tables:        " Tabellane har namn på kolonnane sine.",
			Notes:         " Notane er lenkja til noteteikna sine og tilbake.",
			Still:         " Ingenting rører seg, blinkar eller lagar lyd.",
			Statement: Statement{
				Title:       "Tilgjengeerklæring",
				Reading:     "Måtar å lese på",
				Navigation:  "Navigering",
				Hazards:     "Farar",
				Conformance: "Samsvar",
				Contact:     "Kontakt",
				Meets:       "Denne utgjevinga oppfyller {standard}. Sertifisert av: {name}.",
				Unclaimed:   "Ingen har sertifisert at denne utgjevinga oppfyller ein standard for tilgjenge.",
				WriteTo:     "Spørsmål og merknader om tilgjenge: {address}",
				Made:        "Dato for erklæringa: {date}",
				Formulas:    " Formlar er gjevne som MathML.",
			},
		},
		Rules:  nynorskRules(),
		Reader: nynorskReader(),
	}
}

func nynorskLaminating() Laminating {
	return Laminating{
		Label:      "laminering",
		Title:      "Slik skjer og laminerer du korta",
		PlainLabel: "rettleiing",
		PlainTitle: "Slik lagar du korta",
		PrintBothSides: "Skriv ut side {first} til {n} på begge sider i rett storleik (100\u00A0%), med skrivaren innstilt på å vende langs den " +
			"{edge} kanten. Hald eit ark mot lyset: Kvar bakside skal liggje bak framsida si. Gjer ho ikkje det, viser octavo cards " +
			"calibrate kor mykje ho er forskoven.",
		PrintOneSide: "Skriv ut side {first} til {n} på éi side i rett storleik (100\u00A0%).",
		LongEdge:     "lange",
		ShortEdge:    "korte",
		Cut: "Skjer i rekkjefølgje etter nummera nedanfor, alltid gjennom heile arket, og hald stykka i orden. Eit ferdig skore kort måler " +
			"{size}.",
		Break: "Brekk arket {stock} frå kvarandre langs perforeringa. Eit kort måler {size}.",
		Fold: "Skjer i rekkjefølgje etter nummera nedanfor, brett så kvart stykke langs den stipla linja med trykket ut, og press bretten " +
			"flat.",
		Warm: "La laminatoren bli så varm som folien krev, og før lomma inn med den lukka kanten først. La ho liggje flatt til ho er " +
			"kald.",
		LaySheet: "Legg kvart ark i ei lomme på {pouch}, skuva heilt inn mot den lukka kanten, slik at folien stikk like langt ut på dei " +
			"andre sidene.",
		OpenEdges: "Kantane på desse korta er opne: Der ligg papiret bert og dreg til seg vatn. Hald dei tørre, eller skjer korta først " +
			"neste gong, og laminer dei etterpå (laminate = \"cards\").",
		RoundCorners: "Rund av hjørna med ein hjørnerundar på om lag {mm} mm før folien blir lagd på.",
		LayOnJig: "Legg den opne lomma på {pouch} på malen, som er neste side, og eit kort på kvar av rammene. Rammene ligg {mm} mm frå " +
			"kvarandre, slik at folie møter folie heile vegen rundt kvart kort.",
		CloseOnJig: "Lukk lomma utan å flytte korta, og dra ut malen.",
		CutDashes: "Skjer langs strekane, {mm} mm utanfor kvart kort og aldri inn i papiret: Eit kort held seg berre tett så lenge folien stikk " +
			"ut heile vegen rundt.",
		LayCard: "Legg kvart kort i ei lomme på {pouch} ({name}), slik at folien stikk like langt ut heile vegen rundt: {mm} mm på dei " +
			"smalaste sidene.",
		KeepFilm: "Ikkje skjer i folien: Eit kort held seg berre tett så lenge folien stikk ut heile vegen rundt. Rund av hjørna på folien om " +
			"dei er skarpe.",
		TestStock: "Skriv ut side\u00A0{first} på vanleg papir og hald ho framfor eit lys mot eit ark {stock}: Kvart kort må " +
			"liggje innanfor perforeringa si.",
		FeedStock:    "Legg arka i den manuelle skuffa eitt om gongen, og lat fargen tørke.",
		PunchCorners: "Rund av hjørna med ein hjørnerundar på om lag {mm}\u00A0mm.",
		Glue:         "Lim saman dei to halvdelane av kvart kort, og lat dei tørke under ei vekt.",
		OpenLines: "Still sida til {sheet} i {program}, opne {svg} (eller {dxf}, der det ikkje les SVG) og sentrer linjene på " +
			"sida. Til saman måler dei {size}.",
		TypeMarks: "Slå på registreringsmerka i tre hjørne og skriv inn det som er trykt: lengd {arm}\u00A0mm, tjukkleik " +
			"{thickness}\u00A0mm, avstand frå kanten {inset}\u00A0mm.",
		CutByMachine: "Legg eit ark på matta med framsida opp og den svarte firkanten øvst til venstre, og lat maskina finne " +
			"merka. Skjer først eit ark vanleg papir.",
		Upload: "Last opp kvart bilete {png} i {program} som eit flatt bilete for Print Then Cut, og still inn storleiken: " +
			"{size}. Maskina skjer langs kantane.",
		AttachLines: "Last òg opp {svg}, legg linjene midt på biletet og fest dei saman: Maskina skjer langs linjene.",
		PrintThere:  "Skriv det ut derifrå på {sheet} i rett storleik (100\u00A0%), og skjer først eit ark vanleg papir.",
		PrintBacks: "Skriv ut baksida på den andre sida før du skjer: Side\u00A0{first} høyrer til det første biletet, og så " +
			"vidare. Ho står midt på arket: Flytt biletet dit, og hald det første arket mot lyset.",
	}
}

func nynorskCalibration() Calibration {
	return Calibration{
		Front:  "framside",
		Back:   "bakside",
		OnBack: "Baksida av kalibreringsarket. Snu arket og hald det mot lyset.",
		Title:  "Ligg baksidene bak framsidene?",
		Print: []string{"Skriv ut arket på begge sider, slik du skriv ut korta dine:",
			"i rett storleik (100\u00A0%), ikkje tilpassa sida."},
		Hold: []string{"Hald det mot eit vindauge med denne sida mot deg.", "Linjene på baksida skin gjennom."},
		Read: []string{"Finn på kvar av dei fire sidene streken på den lange skalaen som",
			"held fram rett over i ein strek på baksida, og skriv ned talet.",
			"Frå strek til strek er det ein kvart millimeter. Den tjukke streken",
			"på baksida viser på den vesle linjalen om lag kva tal det blir;",
			"er det meir enn 3, oppgje det og skriv ut arket på nytt etterpå."},
		Type: []string{"Skriv dei inn på éi linje, med minus der det står eit:"},
		Shifted: [2]Pattern{"Dei blir lagde til det som alt flyttar denne baksida:",
			"{right} mm mot høgre, {down} mm ned og {degrees} grader."},
		Top:      "øvst",
		Bottom:   "nedst",
		Left:     "venstre",
		Right:    "høgre",
		Reminder: []string{"Les av tala mot lyset", "der strekane møtest:", "x er på tvers, y er ned."},
	}
}

func nynorskRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/nb.txt", Exceptions: "hyphenation/nn-exceptions.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`ein ei eit den det dei
			av bak blant etter framfor frå før gjennom hos hjå i imot innan langs med mellom mot om omkring opp over på rundt sidan til
			trass under utan ved
			og eller men for så at som når kvar då om medan fordi viss
			min mi mitt mine din di ditt dine sin si sitt sine hans hennar vår vårt våre deira ikkje mykje
			eg du han ho vi de er var vere har hadde blir vart kan skal må vil denne dette desse alle nokon noko ingen to tre fire fem seks sju åtte
			ni ti tolv hundre tusen aldri`),
		Opening:      set(`og eller men for at som når kvar da om medan fordi viss kven kva korleis kvifor før enn`),
		BeforeNumber: set("s. nr. nr bd. del kap. fig. tab. § §§ art. årg. ca. kl. tlf. oppl. f. d. pkt."),
		BeforeName:   set("dr. prof. hr. fru frk. st. ing. cand. mag. phil. jur."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km mil ha mg g kg t ml cl dl l L s min t. timar h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ kr
			kroner øre euro mill. mrd. f. ff. e.Kr. f.Kr. år`),
		NoSentenceEnd: set(`t.d. m.a. dvs. jf. jfr. ca. kap. s. nr. fig. tab. resp. prof. dr. Prof. Dr. hr. kl. osv. o.l. m.fl. evt. inkl. pkt.
			red. utg. oms. tlf. eng. t. d. m. a. f. St. mill. mrd. ` + ordinalDays),
		Matter: map[string]string{"foreord": "preface", "forord": "preface", "innleiing": "introduction", "introduksjon": "introduction",
			"prolog": "prologue", "takk": "acknowledgments", "epilog": "epilogue", "etterord": "afterword", "avslutning": "conclusion",
			"konklusjon": "conclusion", "vedlegg": "appendix", "tillegg": "appendix", "appendiks": "appendix", "kolofon": "colophon",
			"biletkjelder": "credits", "illustrasjonar": "credits", "rettingar": "errata", "errata": "errata"},
		Chapter:    []string{"kapitlet", "kapittelet"},
		Part:       []string{"delen"},
		Articles:   []string{"ein", "ei", "eit", "den", "det", "dei"},
		Letters:    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
		Elided:     set("n a kje"),
		Possessive: Possessive{After: "sxz", Names: true},
		Repeated:   set("mykje så ja nei det som den om at og der"),
		Joining:    set("ein ei eit den det dei og eller av i på til frå med for om ved"),
		Stem:       stemBy("heitene heita heiter heit ingane inga ingar ing arane arar ane ene en et ar er a e s"),
	}
}

func nynorskReader() Reader {
	return Reader{
		Page: []string{"side", "sida", "sider", "s"},
		Line: []string{"linje", "linjer", "l"},
		On:   []string{"på"},
		Days: []string{"måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"},
		Columns: Columns{
			Page:    []string{"side", "sidetal", "sidenummer"},
			Line:    []string{"linje", "linjenummer"},
			Comment: []string{"kommentar", "kommentarar", "merknad", "notat", "retting"},
			Reader:  []string{"lesar", "namn", "kven", "forfattar", "frå"},
			Words:   []string{"ord", "sitat", "tekst", "markering", "stad"},
			New:     []string{"ny", "byt ut med", "skal vere"},
			File:    []string{"fil"},
			Row:     []string{"fillinje"},
			Date:    []string{"dato", "oppretta"},
			Heading: []string{"kapittel", "avsnitt", "overskrift"},
			Book:    []string{"tittel", "bok", "boktittel"},
		},
		Labels: Labels{
			Passage: []string{"markering", "sitat", "tekst", "stad"},
			Heading: []string{"kapittel", "avsnitt"},
			Comment: []string{"notat", "kommentar", "notatet mitt"},
		},
		Kindle: Kindle{
			Page:     []string{"side"},
			Location: []string{"plassering"},
			Added:    []string{"lagt til"},
			Note:     []string{"notat"},
		},
		Excerpts: []string{"Alle utdrag frå"},
		Anybody:  []string{"brukar", "gjest", "administrator", "eigar", "ukjend", "lesar", "eg", "forfattar", "anonym"},
	}
}

var (
	nynorskNumbers = [...]string{"", "ein", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
		"femten", "seksten", "sytten", "atten", "nitten"}
	nynorskOrdinals = [...]string{"", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuande", "åttande", "niande", "tiande",
		"ellevte", "tolvte", "trettande", "fjortande", "femtande", "sekstande", "syttande", "attande", "nittande", "tjuande"}
)

// nynorskWord returns a number from 1 to 99 in words. The first has an accent that tells it from the article.
func nynorskWord(n int) string {
	if n == 1 {
		return "Éin"
	}
	return tensFirst(nynorskNumbers[:], norwegianTens[:], n)
}

// nynorskOrdinal returns an ordinal number, in words up to the twelfth.
func nynorskOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return nynorskOrdinals[n]
	}
	return strconv.Itoa(n) + "."
}
