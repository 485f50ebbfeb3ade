package lang

// estonian returns the words and rules of Estonian.
func estonian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "“"},
			Inner:  Marks{"‚", "‘"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"„", "“"}, Inner: Marks{"«", "»"}}},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Ungrouped: 10000,
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", estonianOrdinals.word(n, ""), " peatükk") },
			PartWord:  func(n int) string { return phrase("", estonianOrdinals.word(n, ""), "") },
			Ordinal:   estonianNth,
			Ordinals:  estonianOrdinals.forms(""),
			BareRoman: true,
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober", "november",
				"detsember"},
		},
		Lists: Lists{Comma: ", ", And: " ja ", Names: " ja ", Abridged: "{name} jt"},
		Titles: Titles{
			Contents:      "Sisukord",
			ByTheme:       "{entries} teemade järgi",
			ByFirstWords:  "{entries} algussõnade järgi",
			Subjects:      "Aineregister",
			Notes:         "Märkused",
			OtherThemes:   "Muu",
			NumberedPart:  "{n}. osa",
			PartInWords:   "{n} osa",
			Untitled:      "Pealkirjata",
			Cover:         "Kaas",
			TitlePage:     "Tiitelleht",
			Copyright:     "Väljaande andmed",
			Dedication:    "Pühendus",
			Epigraph:      "Moto",
			Colophon:      "Kolofoon",
			AboutThisCopy: "Selle eksemplari kohta",
		},
		References: References{
			See:             "vt",
			Page:            "lk\u00A0{n}",
			PageAbbreviated: "lk\u00A0{n}",
			Maxim:           "maksiim\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Numbrid ei ole leheküljenumbrid, vaid järjenumbrid ({entries}).",
			HeadingSee:      "Vt",
			HeadingSeeAlso:  "Vt ka",
		},
		Notes: Notes{
			ToPage:  "Märkused, lk\u00A0{page}",
			ToPages: "Märkused, lk\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Märkus",
			Tip:        "Nõuanne",
			Important:  "Oluline",
			Warning:    "Hoiatus",
			Caution:    "Ettevaatust",
			Example:    "Näide",
			Exercise:   "Harjutus",
			Question:   "Küsimus",
			Discussion: "Aruteluks",
			Summary:    "Kokkuvõte",
		},
		Tables: Tables{
			Continued: "{caption} (järg)",
			Goes:      "(järg)",
			Turned:    "Tabeli asukoht: {page}.",
		},
		Figures: Figures{
			Figure: "joonis\u00A0{n}", Table: "tabel\u00A0{n}",
			FigureLabel: "Joonis\u00A0{n}.", TableLabel: "Tabel\u00A0{n}.",
			Figures: "Joonised", Tables: "Tabelid",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meem", Plural: "meemid", Means: "mõte, mida tasub edasi öelda"},
				"metaphor": {Name: "metafoor", Plural: "metafoorid", Means: "üks asi teisena nähtuna", Line: "{tenor} kui {vehicle}"},
			},
			Maxims:     "maksiimid",
			Entries:    "märksõnad",
			Themes:     "Teemad",
			Audience:   "Kellele",
			Card:       "kaart: {text}",
			Draft:      "MUSTAND",
			DraftOnly:  "Mustand: ei ole veel raamatus.",
			Drafts:     "Mustandid: ",
			DraftFolio: "M{n}",
			Picture:    "[pilt: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Toimetanud {name}", "ill": "Illustreerinud {name}", "trl": "Tõlkinud {name}",
				"aui": "Sissejuhatuse kirjutanud {name}", "aft": "Järelsõna kirjutanud {name}", "pht": "Fotod: {name}", "art": "Pildid: {name}",
				"win": "Sissejuhatuse kirjutanud {name}", "wpr": "Eessõna kirjutanud {name}", "bkd": "Kujundanud {name}",
				"cov": "Kaane kujundanud {name}", "dsr": "Kujundanud {name}", "com": "Koostanud {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "toimetaja", "ill": "illustreerija", "trl": "tõlkija",
				"aui": "sissejuhatuse autor", "pht": "fotograaf", "bkd": "kujundaja", "nrt": "ettelugeja"},
			Contributor: "kaastööline",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Isikud: {text}",
			Title:          "Pealkiri: {text}",
			Description:    "Kirjeldus: {text}",
			Identifiers:    "Tunnused: {text}",
			Subjects:       "Märksõnad: {text}",
			Classification: "Liigitus: {text}",
			Typeface:       "Laotud kirjaga {name}, litsents SIL Open Font License.",
			Typefaces:      "Laotud kirjadega {names}, litsents SIL Open Font License.",
			SetIn:          "Laotud kirjaga {font}",
			DesignedBy:     ", kirja autor {designer}",
			MadeBy:         ". Read, leheküljed ja registrid on käsikirjast teinud programm octavo.",
		},
		Typescript: Typescript{Length: "umbes {n}\u00A0sõna", Chapter: "{n}. peatükk"},
		Review: Review{
			Notice:          "Korrektuurieelne lugemiseksemplar – ei ole müügiks",
			Quotations:      "See on korrektuurieelne eksemplar. Palun kontrollige kõiki tsitaate valmis raamatust.",
			Unnamed:         "lugemiseksemplar",
			Front:           "Esileht",
			Data:            "Andmed",
			Changes:         "Muudatused",
			Title:           "Pealkiri",
			Author:          "Autor",
			Publisher:       "Kirjastus",
			ISBN:            "ISBN",
			Trim:            "Formaat",
			Pages:           "Lehekülgi",
			PagesInPrint:    "Lehekülgi trükis",
			Price:           "Hind",
			Publication:     "Ilmub",
			Edition:         "Trükk",
			Manuscript:      "Käsikiri",
			Subjects:        "Teemad",
			Contact:         "Kontakt",
			Comments:        "Märkused",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0tolli)",
			InPrint:         "trükis",
			AsHardcover:     "kõvakaaneline",
			InPaper:         "pehmekaaneline",
			AsEPUB:          "EPUB",
			ToCome:          "teatatakse hiljem",
			State:           "Käsikiri {revision}, {date}",
			DatedState:      "Käsikiri {revision}, {date}",
			BookPages:       "Leheküljed ja nende numbrid on samad mis raamatus. ",
			TypescriptPages: "See on masinakiri: selle leheküljed ei ole raamatu leheküljed. ",
			NumberedLines: "Lehekülje iga {nth} rea kõrval on selle number, et märkus saaks öelda, kuhu see kuulub: „lk 42, rida 17“. " +
				"Sellesse faili mis tahes PDF-lugejaga kirjutatud märkused jõuavad käsikirja.",
			EveryLine: "üksiku",
			Number:    "Eksemplar {n}, kokku {of}",
			For:       "saaja",
			Reader:    "saaja: {name}",
			NumberFor: "{copy}, saaja: {name}",
			Drafts:    "Mustandid: ei ole veel raamatus",
			Removed:   "siit välja jäetud: {title}",
			TK:        "TK: alles tuleb",
		},
		Changes: Changes{
			Since:           "Mis on muutunud. Võrreldud: {state}",
			LastCopy:        "teie eelmine eksemplar, käsikiri {revision}",
			None:            "Mitte midagi.",
			New:             "uus",
			Removed:         "välja jäetud",
			Moved:           "teisaldatud",
			Changed:         "muudetud",
			In:              "trükis lk\u00A0{n}",
			From:            "varem: „{chapter}“",
			WordsNew:        Counted{One: "{n}\u00A0uus sõna", Other: "{n}\u00A0uut sõna"},
			WordsGone:       Counted{One: "{n}\u00A0sõna vähem", Other: "{n}\u00A0sõna vähem"},
			OtherPicture:    "teine pilt",
			OtherForm:       "teisel kujul",
			OtherKeys:       "muudetud: {keys}",
			CrossReferences: "viited",
		},
		Errata: Errata{
			Title:   "Õiendused",
			Line:    "rida\u00A0{n}",
			ForRead: "{was} asemel lugeda {is}",
			Delete:  "{was} jätta välja",
			Insert:  "{is} lisada",
		},
		Trade: Trade{
			Sheet:        "Raamatu andmed",
			About:        "Raamatust",
			AboutAuthor:  "Autorist",
			AboutAuthors: "Autoritest",
			FromTheBook:  "Katkend raamatust",
			Inside:       "Pilk raamatusse",
			Order:        "Tellimine",
			Series:       "Sari",
			Rights:       "Õigused",
			Excerpt:      "Katkend",
			ExcerptOf:    "{title} (katkend)",
			IsExcerpt:    "See oli katkend raamatust {title}.",
			WholeBook:    "Kogu raamat",
		},
		Answers: Answers{
			Title:    "Teie märkused",
			Thanks:   "Täname nii tähelepaneliku lugemise eest. Nii on teie märkustega läinud.",
			At:       "lehekülg\u00A0{page}, rida\u00A0{line}",
			Taken:    "arvestatud",
			Changed:  "teisiti muudetud",
			Declined: "muutmata",
			Open:     "veel lahtine",
			Gone:     "raamatus enam ei ole",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kaart", Other: "{n}\u00A0kaarti"},
			Themes:      "Teemad",
			Blank:       "Kirjuta üles",
			Deck:        "{title}: kaardid",
			AtAGlance:   "{title}: kaardid ühe pilguga",
			Proof:       "{title}: kaardi proovitrükk",
			Calibration: "{title}: kalibreerimine",
		},
		Sheets: Sheets{
			Front:      "{sheet} esikülg",
			Back:       "{sheet} tagakülg",
			Of:         "{n}/{of}",
			ProofFront: "esikülg: {card}",
			ProofBack:  "tagakülg",
			Ruler:      "See joonlaud on {mm}\u00A0mm pikk, kui kaart on õiges suuruses. Kui ei ole, printige mõõtkavas 100%.",
			Jig:        "šabloon",
			JigCard:    "kaart {size}",
			JigCut:     "lõigake mööda kriipse, {mm}\u00A0mm kaardist",
		},
		Laminating: estonianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kaardid, {service}",
			Choose:   "Valige see kaart: {card}. Pakis on {n}.",
			OwnBacks: "Andke igale kaardile oma esikülg ja oma tagakülg.",
			UploadPictures: "Laadige esiküljed ({fronts}) üles numbrite järjekorras ja siis tagaküljed ({backs}) samas " +
				"järjekorras: kaardi esi- ja tagaküljel on sama number.",
			UploadFile: "Laadige üles {file}. Selles on iga külje kohta lehekülg, kaardi tagakülg enne esikülge.",
			Unscaled:   "Ärge laske midagi skaleerida: failid on õiges suuruses, igast küljest lõigatakse ära {mm}\u00A0mm.",
			Finish:     "Paberi, viimistluse ja karbi võite vabalt valida: failid on samad.",
			Preview:    "Vaadake iga kaarti eelvaates ja tellige üks pakk, enne kui tellite palju.",
		},
		Calibrate: estonianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientiirid",
			Start:        "Teksti algus",
			PrintedPages: "Trükiväljaande leheküljed",
			Pages:        "Leheküljed",
			BackToText:   "Tagasi teksti juurde",
			CoverOf:      "Kaas: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, trükiväljaanne",
			Identifier:   "Väljaande tunnus",
		},
		Access: Accessibility{
			Text: "Teksti saab kuvada mis tahes suuruses, kirjas ja värvis ning ekraanilugeja või punktkirjakuvar loeb seda õiges " +
				"järjekorras.",
			Ways:          " Teksti leidmist hõlbustavad {ways}.",
			Contents:      "sisukord",
			Headings:      "pealkirjad",
			Indexes:       "linkidega registrid",
			PageNumbers:   "trükiväljaande leheküljenumbrid",
			NoneDescribed: " Piltidel ei ole kirjeldusi.",
			SomeDescribed: " Mõnel pildil ei ole kirjeldust.",
			AllDescribed:  " Iga pilt on sõnadega kirjeldatud.",
			OnlyCover:     " Ainus pilt on kaas, mis on sõnadega kirjeldatud.",
			NoPictures:    " Väljaandes ei ole pilte.",
			Tables:        " Tabelitel on veerupäised.",
			Notes:         " Märkused ja nende tähised tekstis on lingitud mõlemas suunas.",
			Still:         " Miski ei liigu, vilgu ega tee häält.",
			Statement: Statement{
				Title:       "Ligipääsetavuse avaldus",
				Reading:     "Lugemisviisid",
				Navigation:  "Liikumine",
				Hazards:     "Ohud",
				Conformance: "Vastavus",
				Contact:     "Kontakt",
				Meets:       "See väljaanne vastab nõuetele: {standard}. Kinnitaja: {name}.",
				Unclaimed:   "Keegi ei ole kinnitanud, et see väljaanne vastab mõnele ligipääsetavuse standardile.",
				WriteTo:     "Küsimused ja märkused ligipääsetavuse kohta: {address}",
				Made:        "Avalduse kuupäev: {date}",
				Formulas:    " Valemid on esitatud MathML-kujul.",
			},
		},
		Rules:  estonianRules(),
		Reader: estonianReader(),
	}
}

func estonianLaminating() Laminating {
	return Laminating{
		Label:      "lamineerimine",
		Title:      "Kuidas kaarte lõigata ja lamineerida",
		PlainLabel: "juhend",
		PlainTitle: "Kuidas kaarte teha",
		PrintBothSides: "Printige leheküljed {first}–{n} kahepoolselt õiges suuruses (100%), printer seatud pöörama {edge} serva järgi. Hoidke lehte vastu " +
			"valgust: iga tagakülg peab olema oma esikülje taga. Kui ei ole, näitab käsk octavo cards calibrate, kui palju see on nihkes.",
		PrintOneSide: "Printige leheküljed {first}–{n} ühepoolselt õiges suuruses (100%).",
		LongEdge:     "pika",
		ShortEdge:    "lühikese",
		Cut: "Lõigake allolevate numbrite järjekorras, alati läbi kogu lehe, ja hoidke tükid järjekorras. Lõigatud kaardi mõõdud on " +
			"{size}.",
		Break: "Murdke leht {stock} perforatsiooni mööda lahti. Kaardi mõõdud on {size}.",
		Fold: "Lõigake allolevate numbrite järjekorras, voltige siis iga tükk mööda katkendjoont, trükitud küljed väljapoole, ja vajutage " +
			"murdekoht lamedaks.",
		Warm: "Laske laminaatoril kuumeneda nii palju, kui kile nõuab, ja sisestage tasku suletud serv ees. Jätke see tasasele pinnale, kuni see " +
			"on jahtunud.",
		LaySheet: "Pange iga leht taskusse {pouch} kuni suletud servani, nii et muudel külgedel ulatub kile ühtlaselt üle.",
		OpenEdges: "Nende kaartide servad on lahti: seal on paber paljas ja imab vett. Hoidke neid kuivana või lõigake järgmisel korral kaardid " +
			"enne välja ja lamineerige pärast (laminate = \"cards\").",
		RoundCorners: "Ümardage nurgad enne lamineerimist auguraua abil, mille raadius on umbes {mm}\u00A0mm.",
		LayOnJig: "Pange avatud tasku {pouch} järgmisel leheküljel olevale šabloonile ja igasse selle raami kaart. Raamide vahe on {mm}\u00A0mm, nii " +
			"et iga kaardi ümber puutub kile vastu kilet.",
		CloseOnJig: "Sulgege tasku nii, et kaardid ei nihku, ja tõmmake šabloon välja.",
		CutDashes: "Lõigake mööda kriipse, {mm}\u00A0mm igast kaardist väljastpoolt ja mitte kunagi selle paberisse: kaart on suletud ainult siis, kui " +
			"kile ulatub igast küljest üle.",
		LayCard: "Pange iga kaart taskusse {pouch} ({name}) nii, et kile ulatub igast küljest ühtlaselt üle: kitsamatel külgedel {mm}\u00A0mm.",
		KeepFilm: "Ärge lõigake kilesse: kaart on suletud ainult siis, kui kile ulatub igast küljest üle. Kui selle nurgad on teravad, " +
			"ümardage need.",
		TestStock: "Printige lehekülg\u00A0{first} tavalisele paberile ja hoidke seda vastu valgust lehe {stock} peal: iga " +
			"kaart peab jääma oma perforatsiooni sisse.",
		FeedStock:    "Söötke lehed ükshaaval käsisalvest ja laske tindil kuivada.",
		PunchCorners: "Ümardage nurgad auguraua abil, mille raadius on umbes {mm}\u00A0mm.",
		Glue:         "Liimige iga kaardi kaks poolt kokku ja laske neil raskuse all kuivada.",
		OpenLines: "Seadke programmis {program} lehe suuruseks {sheet}, avage {svg} (või {dxf}, kui see SVG-d ei loe) ja " +
			"keskendage jooned lehel. Kokku on nende mõõdud {size}.",
		TypeMarks: "Lülitage sisse kolme nurga kohastusmärgid ja sisestage see, mis on trükitud: pikkus {arm}\u00A0mm, paksus " +
			"{thickness}\u00A0mm, kaugus servast {inset}\u00A0mm.",
		CutByMachine: "Asetage leht matile, esikülg üleval ja must ruut üleval vasakul, ning laske masinal märgid leida. " +
			"Lõigake kõigepealt leht tavalist paberit.",
		Upload: "Laadige programmi {program} iga pilt {png} lameda pildina (Print Then Cut) ja määrake selle suurus: {size}. " +
			"Masin lõikab mööda selle servi.",
		AttachLines: "Laadige üles ka {svg}, asetage jooned pildile, kese keskmele, ja ühendage mõlemad: masin lõikab mööda " +
			"jooni.",
		PrintThere: "Printige see sealt lehele {sheet} õiges suuruses (100%) ja lõigake kõigepealt leht tavalist paberit.",
		PrintBacks: "Printige enne lõikamist tagakülg teisele poole: lehekülg\u00A0{first} kuulub esimese pildi juurde ja nii " +
			"edasi. See on lehe keskel: nihutage pilt sinna ja hoidke esimest lehte vastu valgust.",
	}
}

func estonianCalibration() Calibration {
	return Calibration{
		Front:  "esikülg",
		Back:   "tagakülg",
		OnBack: "See on kalibreerimislehe tagakülg. Pöörake leht ümber ja hoidke seda vastu valgust.",
		Title:  "Kas tagaküljed on esikülgede taga?",
		Print:  []string{"Printige see leht kahepoolselt, nii nagu prindite kaarte:", "õiges suuruses (100%), mitte lehele sobitatult."},
		Hold:   []string{"Hoidke seda vastu akent, see külg enda poole.", "Tagakülje jooned paistavad läbi."},
		Read: []string{"Leidke igal neljal küljel pika skaala joon, mida jätkab",
			"tagakülje joon, ja kirjutage üles selle number.",
			"Joonte vahe on veerand millimeetrit. Tagakülje jäme joon näitab",
			"väikesel joonlaual, mis number see umbes on; kui see on suurem",
			"kui 3, sisestage see ja printige leht pärast uuesti."},
		Type: []string{"Kirjutage need ühele reale, miinusega, kus see on:"},
		Shifted: [2]Pattern{"Need lisanduvad sellele, mis tagakülge juba nihutab: {right}\u00A0mm",
			"paremale, {down}\u00A0mm alla ja {degrees}\u00A0kraadi."},
		Top:      "üleval",
		Bottom:   "all",
		Left:     "vasakul",
		Right:    "paremal",
		Reminder: []string{"Lugege vastu valgust", "numbrid sealt,", "kus jooned kohtuvad:", "x on risti, y on püsti."},
	}
}

func estonianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/et.txt", Before: 2, After: 3, Capitals: true},
		Clinging: set(`ja ning või ehk ega aga kuid vaid et kui nagu kes mis kus sest ei ka see need ma sa ta me te mu su tema meie teie nende
			enne pärast läbi üle alla ilma koos kuni väga oma iga üks
			on oli olid olla võib peab saab igaüks kõik kaks kolm neli viis kuus seitse kaheksa üheksa kümme sada tuhat`),
		Opening:      set(`ja ning või ehk ega aga kuid vaid et kui nagu kes mis kus sest mida keda kuidas miks millal kuni`),
		BeforeNumber: set("lk nr nr. kd ptk jn joon tab art § §§ p pt vt u umbes u. tel s snd surn aastal"),
		BeforeName:   set("dr prof hr pr prl mag knd akad kol kpt mjr st püha härra proua"),
		AfterNumber: set(`jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
			% ‰ °C °F K mm cm dm m km ha a mg g kg t ml cl dl l s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ EUR eurot krooni
			tuhat tuh mln mld miljonit miljardit aastat a. aasta aastal saj sajand p kell tk lk rida peatükk osa`),
		NoSentenceEnd: set(`jne. jt. jm. nt. lk. nr. vt. vrd. s.o. s.t. dr. prof. hr. pr. st. snd. surn. u. a. saj. tlk. toim. koost. ill. ptk. joon. tab.
			tel. tn. pst. mnt. mln. mld. p. e.m.a. ` + ordinalDays),
		Matter: map[string]string{"eessona": "preface", "saateks": "foreword", "saatesona": "foreword", "sissejuhatus": "introduction",
			"proloog": "prologue", "tanuavaldused": "acknowledgments", "tanusonad": "acknowledgments", "tanu": "acknowledgments",
			"epiloog": "epilogue", "jarelsona": "afterword", "kokkuvote": "conclusion", "lopetuseks": "conclusion", "lisa": "appendix",
			"lisad": "appendix", "kolofoon": "colophon", "piltide-allikad": "credits", "parandused": "errata", "errata": "errata"},
		Letters:  "A B C D E F G H I J K L M N O P Q R S Š Z Ž T U V Õ Ä Ö Ü X Y",
		Repeated: set("väga nii ei jah juba üha ikka kaua oh aga tasa"),
		Joining:  set("ja ning või ehk et kui nagu ei ka oma"),
		Stem: stemBy(`deks dest desse tes tel telt tele teks test ga ta ni na ks st sse s lt le l d t de te id i e a u sid des
			mine mise mist lik liku likku us use ust ma da b n vad tud nud`),
	}
}

func estonianReader() Reader {
	return Reader{
		Page:     []string{"lk", "lehekülg", "leheküljel", "leht"},
		Line:     []string{"rida", "real", "r"},
		On:       []string{"siin"},
		Days:     []string{"esmaspäev", "teisipäev", "kolmapäev", "neljapäev", "reede", "laupäev", "pühapäev"},
		HalfDays: []string{"kell"},
		Columns: Columns{
			Page:    []string{"lk", "lehekülg", "leheküljenumber"},
			Line:    []string{"rida", "rea number", "reanumber"},
			Comment: []string{"kommentaar", "kommentaarid", "märkus", "märkused", "parandus", "korrektuur"},
			Reader:  []string{"lugeja", "autor", "nimi", "kes", "retsensent", "kellelt"},
			Words:   []string{"sõnad", "tsitaat", "tekst", "lõik", "esiletõst", "märgitud tekst"},
			New:     []string{"asendus", "peab olema", "asendada", "uus tekst"},
			File:    []string{"fail"},
			Row:     []string{"faili rida"},
			Date:    []string{"kuupäev", "loodud"},
			Heading: []string{"peatükk", "jaotis", "alapealkiri", "märksõna"},
			Book:    []string{"pealkiri", "raamat", "raamatu pealkiri"},
		},
		Labels: Labels{
			Passage: []string{"esiletõst", "tsitaat", "tekst", "lõik"},
			Heading: []string{"peatükk", "jaotis"},
			Comment: []string{"märkus", "kommentaar", "minu märkus"},
		},
		Kindle: Kindle{
			Page:     []string{"lk", "lehekülg"},
			Location: []string{"asukoht"},
			Added:    []string{"lisatud"},
			Note:     []string{"märkus"},
		},
		Excerpts: []string{"Katkend raamatust"},
		Anybody:  []string{"kasutaja", "külaline", "administraator", "omanik", "tundmatu", "lugeja", "mina", "autor", "anonüümne"},
	}
}

// estonianOrdinals are ordinal numbers in the nominative.
var estonianOrdinals = ordinals{
	first: "esimene teine kolmas neljas viies kuues seitsmes kaheksas üheksas kümnes üheteistkümnes kaheteistkümnes kolmeteistkümnes " +
		"neljateistkümnes viieteistkümnes kuueteistkümnes seitsmeteistkümnes kaheksateistkümnes üheksateistkümnes",
	tens:   "kahekümnes kolmekümnes neljakümnes viiekümnes kuuekümnes seitsmekümnes kaheksakümnes üheksakümnes",
	before: "kahekümne kolmekümne neljakümne viiekümne kuuekümne seitsmekümne kaheksakümne üheksakümne",
	join:   " ",
}

// estonianNth returns an ordinal number in the genitive, as it stands before "rea", in words up to the twelfth.
func estonianNth(n int) string {
	genitives := ordinals{first: "esimese teise kolmanda neljanda viienda kuuenda seitsmenda kaheksanda üheksanda kümnenda " +
		"üheteistkümnenda kaheteistkümnenda"}
	return genitives.orFigure(n, "")
}
