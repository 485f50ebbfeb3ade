package lang

import (
	"strconv"
	"strings"
)

// german returns the words and rules of German.
func german() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "“"},
			Inner:  Marks{"‚", "‘"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"»", "«"}, Inner: Marks{"›", "‹"}}},
		},
		Spacing: Spacing{Number: "\u202F", Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      germanWord,
			PartWord:  func(n int) string { return Capital(germanOrdinalWord(n, "er")) },
			Ordinal:   germanOrdinal,
			Ordinals:  germanOrdinalForms,
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
				"Dezember"},
		},
		Lists: Lists{Comma: ", ", And: " und ", Names: " und ", Abridged: "{name} u.\u00A0a."},
		Titles: Titles{
			Contents:      "Inhalt",
			ByTheme:       "{entries} nach Themen",
			ByFirstWords:  "{entries} nach Anfängen",
			Subjects:      "Sachregister",
			Notes:         "Anmerkungen",
			OtherThemes:   "Weitere",
			NumberedPart:  "Teil {n}",
			PartInWords:   "{n} Teil",
			Untitled:      "Ohne Titel",
			Cover:         "Umschlag",
			TitlePage:     "Titelseite",
			Copyright:     "Impressum",
			Dedication:    "Widmung",
			Epigraph:      "Motto",
			Colophon:      "Kolophon",
			AboutThisCopy: "Zu diesem Exemplar",
		},
		References: References{
			See:             "siehe",
			Page:            "Seite\u00A0{n}",
			PageAbbreviated: "S.\u00A0{n}",
			Maxim:           "Maxime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Die Zahlen sind die Nummern der {entries}.",
			HeadingSee:      "Siehe",
			HeadingSeeAlso:  "Siehe auch",
		},
		Notes: Notes{
			ToPage:  "Anmerkungen zu Seite\u00A0{page}",
			ToPages: "Anmerkungen zu den Seiten\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Hinweis",
			Tip:        "Tipp",
			Important:  "Wichtig",
			Warning:    "Warnung",
			Caution:    "Vorsicht",
			Example:    "Beispiel",
			Exercise:   "Übung",
			Question:   "Frage",
			Discussion: "Zur Diskussion",
			Summary:    "Zusammenfassung",
		},
		Tables: Tables{
			Continued: "{caption} (Fortsetzung)",
			Goes:      "(Fortsetzung)",
			Turned:    "Die Tabelle steht auf {page}.",
		},
		Figures: Figures{
			Figure: "Abbildung\u00A0{n}", Table: "Tabelle\u00A0{n}",
			FigureLabel: "Abb.\u00A0{n}:", TableLabel: "Tab.\u00A0{n}:",
			Figures: "Abbildungen", Tables: "Tabellen",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "Mem", Plural: "Meme", Means: "ein Gedanke zum Weitersagen"},
				"metaphor": {Name: "Metapher", Plural: "Metaphern", Means: "eines als etwas anderes gesehen", Line: "{tenor} als {vehicle}"},
			},
			Maxims:     "Maximen",
			Entries:    "Einträge",
			Themes:     "Themen",
			Audience:   "Für",
			Card:       "Karte: {text}",
			Draft:      "ENTWURF",
			DraftOnly:  "Entwurf: noch nicht im Buch.",
			Drafts:     "Entwürfe: ",
			DraftFolio: "E{n}",
			Picture:    "[Bild: {alt}]",
		},
		Makers: Makers{
			By: "von {names}",
			Credits: map[string]Pattern{"edt": "Herausgegeben von {name}", "ill": "Illustriert von {name}", "trl": "Übersetzt von {name}",
				"aui": "Mit einer Einleitung von {name}", "aft": "Mit einem Nachwort von {name}", "pht": "Mit Fotografien von {name}",
				"art": "Mit Bildern von {name}", "win": "Mit einer Einleitung von {name}", "wpr": "Mit einem Vorwort von {name}",
				"bkd": "Gestaltet von {name}", "cov": "Umschlag von {name}", "dsr": "Gestaltet von {name}",
				"com": "Zusammengestellt von {name}"},
			Roles: map[string]string{"aut": "Verfasser", "edt": "Herausgeber", "ill": "Illustrator", "trl": "Übersetzer",
				"aui": "Verfasser der Einleitung", "pht": "Fotograf", "bkd": "Buchgestalter", "nrt": "Sprecher"},
			Contributor: "Mitwirkender",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Namen: {text}",
			Title:          "Titel: {text}",
			Description:    "Beschreibung: {text}",
			Identifiers:    "Standardnummern: {text}",
			Subjects:       "Schlagwörter: {text}",
			Classification: "Klassifikation: {text}",
			Typeface:       "Gesetzt aus der {name}, einer Schrift unter der SIL Open Font License.",
			Typefaces:      "Gesetzt aus {names}, Schriften unter der SIL Open Font License.",
			SetIn:          "Gesetzt aus der {font}",
			DesignedBy:     ", entworfen von {designer}",
			MadeBy:         ". Zeilen, Seiten und Register machte octavo aus dem Manuskript.",
		},
		Typescript: Typescript{Length: "etwa {n} Wörter", Chapter: "Kapitel {n}"},
		Review: Review{
			Notice:          "Unkorrigiertes Leseexemplar – unverkäuflich",
			Quotations:      "Dies ist ein unkorrigiertes Leseexemplar. Bitte vergleichen Sie alle Zitate mit dem fertigen Buch.",
			Unnamed:         "Leseexemplar",
			Front:           "Deckblatt",
			Data:            "Angaben",
			Changes:         "Änderungen",
			Title:           "Titel",
			Author:          "Autor",
			Publisher:       "Verlag",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Seiten",
			PagesInPrint:    "Seiten im Druck",
			Price:           "Preis",
			Publication:     "Erscheint",
			Edition:         "Auflage",
			Manuscript:      "Manuskript",
			Subjects:        "Themen",
			Contact:         "Kontakt",
			Comments:        "Anmerkungen",
			TrimSize:        "{millimetres} mm ({inches} Zoll)",
			InPrint:         "Print",
			AsHardcover:     "gebunden",
			InPaper:         "broschiert",
			AsEPUB:          "EPUB",
			ToCome:          "wird noch bekannt gegeben",
			State:           "Manuskript {revision} vom {date}",
			DatedState:      "Manuskript {revision}, {date}",
			BookPages:       "Seiten und Seitenzahlen sind die des Buches. ",
			TypescriptPages: "Dies ist ein Typoskript: Seine Seiten sind nicht die des Buches. ",
			NumberedLines: "Neben jeder {nth} Zeile einer Seite steht ihre Nummer, damit eine Anmerkung sagen kann, wohin sie gehört: " +
				"„Seite 42, Zeile 17“. Notizen, die Sie mit einem beliebigen PDF-Programm in diese Datei schreiben, finden ihren Weg ins " +
				"Manuskript.",
			EveryLine: "einzelnen",
			Number:    "Exemplar {n} von {of}",
			For:       "für",
			Reader:    "für {name}",
			NumberFor: "{copy}, für {name}",
			Drafts:    "Entwürfe: noch nicht im Buch",
			Removed:   "danach entfernt: {title}",
			TK:        "TK: folgt noch",
		},
		Changes: Changes{
			Since:           "Was sich geändert hat seit: {state}",
			LastCopy:        "Ihrem letzten Exemplar, Manuskript {revision}",
			None:            "Nichts.",
			New:             "neu",
			Removed:         "entfernt",
			Moved:           "verschoben",
			Changed:         "geändert",
			In:              "im Druck Seite {n}",
			From:            "aus „{chapter}“",
			WordsNew:        Counted{One: "{n} neues Wort", Other: "{n} neue Wörter"},
			WordsGone:       Counted{One: "{n} Wort gestrichen", Other: "{n} Wörter gestrichen"},
			OtherPicture:    "ein anderes Bild",
			OtherForm:       "in anderer Form",
			OtherKeys:       "geändert: {keys}",
			CrossReferences: "Querverweise",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "Zeile\u00A0{n}",
			ForRead: "statt {was} lies {is}",
			Delete:  "{was} ist zu streichen",
			Insert:  "{is} ist einzufügen",
		},
		Trade: Trade{
			Sheet:        "Titelinformation",
			About:        "Zum Buch",
			AboutAuthor:  "Zur Person",
			AboutAuthors: "Zu den Personen",
			FromTheBook:  "Aus dem Buch",
			Inside:       "Ein Blick ins Buch",
			Order:        "Bestellung",
			Series:       "Reihe",
			Rights:       "Rechte",
			Excerpt:      "Leseprobe",
			ExcerptOf:    "{title} (Leseprobe)",
			IsExcerpt:    "Das war eine Leseprobe aus {title}.",
			WholeBook:    "Das ganze Buch",
		},
		Answers: Answers{
			Title:    "Ihre Anmerkungen",
			Thanks:   "Danke, dass Sie so genau gelesen haben. Das ist aus Ihren Anmerkungen geworden.",
			At:       "Seite\u00A0{page}, Zeile\u00A0{line}",
			Taken:    "übernommen",
			Changed:  "anders geändert",
			Declined: "so belassen",
			Open:     "noch offen",
			Gone:     "nicht mehr im Buch",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n} Karte", Other: "{n} Karten"},
			Themes:      "Themen",
			Blank:       "Zum Aufschreiben",
			Deck:        "{title}: Karten",
			AtAGlance:   "{title}: Alle Karten im Überblick",
			Proof:       "{title}: Probedruck einer Karte",
			Calibration: "{title}: Kalibrierung",
		},
		Sheets: Sheets{
			Front:      "{sheet} Vorderseite",
			Back:       "{sheet} Rückseite",
			Of:         "{n} von {of}",
			ProofFront: "Vorderseite von {card}",
			ProofBack:  "Rückseite",
			Ruler:      "Dieses Lineal ist {mm} mm lang, wenn die Karte ihre wahre Größe hat. Ist es das nicht, drucken Sie mit 100\u00A0%.",
			Jig:        "Schablone",
			JigCard:    "eine Karte von {size}",
			JigCut:     "entlang der Striche schneiden, {mm} mm außerhalb",
		},
		Laminating: germanLaminating(),
		Ordering: Ordering{
			Title:    "{title}: Karten für {service}",
			Choose:   "Wählen Sie diese Karte: {card}. Das Spiel hat {n}.",
			OwnBacks: "Geben Sie jeder Karte eine eigene Vorderseite und eine eigene Rückseite.",
			UploadPictures: "Laden Sie die Vorderseiten ({fronts}) in der Reihenfolge ihrer Nummern hoch, dann die Rückseiten " +
				"({backs}) ebenso: Vorder- und Rückseite einer Karte haben dieselbe Nummer.",
			UploadFile: "Laden Sie {file} hoch. Die Datei hat eine Seite für jede Kartenseite, die Rückseite einer Karte vor " +
				"ihrer Vorderseite.",
			Unscaled: "Lassen Sie nichts skalieren: Die Dateien haben ihre Größe, mit {mm}\u00A0mm ringsum, die abgeschnitten " +
				"werden.",
			Finish:  "Papier, Oberfläche und Schachtel können Sie frei wählen: Die Dateien bleiben dieselben.",
			Preview: "Sehen Sie jede Karte in der Vorschau an, und bestellen Sie ein Spiel, bevor Sie viele bestellen.",
		},
		Calibrate: germanCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientierungspunkte",
			Start:        "Textbeginn",
			PrintedPages: "Seiten der gedruckten Ausgabe",
			Pages:        "Seiten",
			BackToText:   "Zurück zum Text",
			CoverOf:      "Umschlag von {title}",
			CoverBy:      ", von {names}",
			PrintedBook:  "{title}, die gedruckte Ausgabe",
			Identifier:   "Kennung der Veröffentlichung",
		},
		Access: Accessibility{
			Text: "Schriftgröße, Schriftart und Farbe des Textes sind frei wählbar, und Vorleseprogramme und Braillezeilen geben ihn in der " +
				"richtigen Reihenfolge wieder.",
			Ways:          " Zur Orientierung dienen {ways}.",
			Contents:      "ein Inhaltsverzeichnis",
			Headings:      "Überschriften",
			Indexes:       "verlinkte Register",
			PageNumbers:   "die Seitenzahlen der gedruckten Ausgabe",
			NoneDescribed: " Die Bilder haben keine Beschreibungen.",
			SomeDescribed: " Einige Bilder haben keine Beschreibung.",
			AllDescribed:  " Jedes Bild ist in Worten beschrieben.",
			OnlyCover:     " Es gibt kein Bild außer dem Umschlag, der in Worten beschrieben ist.",
			NoPictures:    " Es gibt keine Bilder.",
			Tables:        " Tabellen benennen ihre Spalten.",
			Notes:         " Anmerkungen sind mit ihren Zeichen im Text in beiden Richtungen verlinkt.",
			Still:         " Nichts bewegt sich, blitzt oder tönt.",
			Statement: Statement{
				Title:       "Erklärung zur Barrierefreiheit",
				Reading:     "Möglichkeiten des Lesens",
				Navigation:  "Orientierung",
				Hazards:     "Gefahren",
				Conformance: "Konformität",
				Contact:     "Kontakt",
				Meets:       "Diese Publikation erfüllt {standard}. Bestätigt von: {name}.",
				Unclaimed:   "Niemand hat bestätigt, dass diese Publikation einen Standard der Barrierefreiheit erfüllt.",
				WriteTo:     "Fragen und Hinweise zur Barrierefreiheit: {address}",
				Made:        "Stand dieser Erklärung: {date}",
				Formulas:    " Formeln sind als MathML angegeben.",
			},
		},
		Rules:  germanRules(),
		Reader: germanReader(),
	}
}

func germanLaminating() Laminating {
	return Laminating{
		Label:      "Laminieren",
		Title:      "Wie man die Karten schneidet und laminiert",
		PlainLabel: "Anleitung",
		PlainTitle: "So entstehen die Karten",
		PrintBothSides: "Drucken Sie die Seiten {first} bis {n} beidseitig in wahrer Größe (100\u00A0%), den Drucker auf Wenden an der {edge} Kante " +
			"gestellt. Halten Sie einen Bogen gegen das Licht: Jede Rückseite muss hinter ihrer Vorderseite liegen. Tut sie das nicht, " +
			"zeigt octavo cards calibrate, wie weit sie daneben liegt.",
		PrintOneSide: "Drucken Sie die Seiten {first} bis {n} einseitig in wahrer Größe (100\u00A0%).",
		LongEdge:     "langen",
		ShortEdge:    "kurzen",
		Cut: "Schneiden Sie in der Reihenfolge der Nummern unten, immer durch den ganzen Bogen, und lassen Sie die Stücke in ihrer " +
			"Ordnung. Eine geschnittene Karte misst {size}.",
		Break: "Brechen Sie den Karton {stock} an seiner Perforation auseinander. Eine Karte misst {size}.",
		Fold: "Schneiden Sie in der Reihenfolge der Nummern unten, falten Sie dann jedes Stück an der gestrichelten Linie, die " +
			"bedruckten Seiten nach außen, und streichen Sie den Falz glatt.",
		Warm: "Lassen Sie das Laminiergerät so heiß werden, wie die Folie es verlangt, und führen Sie die Tasche mit der geschlossenen " +
			"Kante voran ein. Lassen Sie sie flach liegen, bis sie kalt ist.",
		LaySheet: "Legen Sie jeden Bogen in eine Tasche von {pouch}, ganz in die geschlossene Kante geschoben; an den anderen Seiten steht " +
			"die Folie gleichmäßig über.",
		OpenEdges: "Die Kanten dieser Karten sind offen: Dort liegt Papier frei und nimmt Wasser auf. Halten Sie die Karten trocken, " +
			"oder schneiden Sie sie das nächste Mal zuerst und laminieren sie danach (laminate = \"cards\").",
		RoundCorners: "Runden Sie die Ecken mit einem Eckenrunder von etwa {mm} mm, bevor die Folie aufgebracht wird.",
		LayOnJig: "Legen Sie die offene Tasche von {pouch} auf die Schablone, die auf der nächsten Seite steht, und auf jeden ihrer Rahmen " +
			"eine Karte. Zwischen den Rahmen sind {mm} mm, sodass rings um jede Karte Folie auf Folie trifft.",
		CloseOnJig: "Schließen Sie die Tasche, ohne die Karten zu verschieben, und ziehen Sie die Schablone heraus.",
		CutDashes: "Schneiden Sie entlang der Striche, {mm} mm außerhalb jeder Karte und niemals ins Papier: Eine Karte bleibt nur dicht, " +
			"solange die Folie ringsum übersteht.",
		LayCard: "Legen Sie jede Karte in eine Tasche von {pouch} ({name}), sodass die Folie ringsum gleichmäßig übersteht: {mm} mm an den " +
			"schmaleren Seiten.",
		KeepFilm: "Schneiden Sie nicht in die Folie: Eine Karte bleibt nur dicht, solange die Folie ringsum übersteht. Runden Sie die Ecken " +
			"der Folie, wenn sie scharf sind.",
		TestStock: "Drucken Sie Seite\u00A0{first} auf gewöhnliches Papier und halten Sie sie vor einem Licht an einen Bogen " +
			"des Kartons {stock}: Jede Karte muss innerhalb ihrer Perforation liegen.",
		FeedStock:    "Führen Sie den Karton Bogen für Bogen über das manuelle Fach zu, und lassen Sie die Farbe trocknen.",
		PunchCorners: "Runden Sie die Ecken mit einem Eckenrunder von etwa {mm}\u00A0mm.",
		Glue:         "Kleben Sie die beiden Hälften jeder Karte zusammen, und lassen Sie sie unter einem Gewicht trocknen.",
		OpenLines: "Stellen Sie in {program} die Seite auf {sheet}, öffnen Sie {svg} (oder {dxf}, wo es kein SVG liest) und " +
			"zentrieren Sie die Linien auf der Seite. Zusammen messen sie {size}.",
		TypeMarks: "Schalten Sie die Passmarken an drei Ecken ein und geben Sie ein, was gedruckt ist: Länge {arm}\u00A0mm, " +
			"Dicke {thickness}\u00A0mm, Abstand vom Rand {inset}\u00A0mm.",
		CutByMachine: "Legen Sie einen Bogen auf die Matte, die Vorderseite nach oben und das schwarze Quadrat oben links, und " +
			"lassen Sie die Maschine die Marken suchen. Schneiden Sie zuerst einen Bogen gewöhnliches Papier.",
		Upload: "Laden Sie in {program} jedes Bild {png} als flaches Bild für Print Then Cut hoch und stellen Sie seine Größe " +
			"ein: {size}. Die Maschine schneidet an seinen Rändern entlang.",
		AttachLines: "Laden Sie auch {svg} hoch, legen Sie die Linien Mitte auf Mitte auf das Bild und hängen Sie beide " +
			"zusammen: Die Maschine schneidet an den Linien entlang.",
		PrintThere: "Drucken Sie es von dort auf {sheet} in wahrer Größe (100\u00A0%), und schneiden Sie zuerst einen Bogen " +
			"gewöhnliches Papier.",
		PrintBacks: "Drucken Sie vor dem Schneiden die Rückseite auf die andere Seite: Seite\u00A0{first} gehört zum ersten " +
			"Bild und so fort. Sie steht in der Mitte des Bogens: Schieben Sie das Bild dorthin, und halten Sie den ersten Bogen " +
			"gegen das Licht.",
	}
}

func germanCalibration() Calibration {
	return Calibration{
		Front:  "Vorderseite",
		Back:   "Rückseite",
		OnBack: "Die Rückseite des Kalibrierbogens. Wenden Sie ihn und halten Sie ihn gegen das Licht.",
		Title:  "Liegen die Rückseiten hinter den Vorderseiten?",
		Print: []string{"Drucken Sie diesen Bogen beidseitig, so wie Sie Ihre Karten drucken:",
			"in wahrer Größe (100\u00A0%), nicht an die Seite angepasst."},
		Hold: []string{"Halten Sie ihn ans Fenster, diese Seite zu Ihnen.", "Die Linien der Rückseite scheinen durch."},
		Read: []string{"Suchen Sie an jeder der vier Seiten den Strich der langen Skala,",
			"den ein Strich der Rückseite fortsetzt, und notieren Sie die Zahl.",
			"Von Strich zu Strich ist es ein Viertelmillimeter. Der dicke Strich",
			"der Rückseite zeigt am kleinen Lineal ungefähr, welche Zahl es wird;",
			"ist sie größer als 3, geben Sie die an und drucken den Bogen erneut."},
		Type: []string{"Geben Sie sie in einer Zeile ein, mit Minus, wo eines steht:"},
		Shifted: [2]Pattern{"Sie kommen zu dem hinzu, was diese Rückseite schon verschiebt:",
			"{right} mm nach rechts, {down} mm nach unten und {degrees} Grad."},
		Top:      "oben",
		Bottom:   "unten",
		Left:     "links",
		Right:    "rechts",
		Reminder: []string{"Gegen das Licht", "die Zahlen ablesen,", "wo Striche sich treffen:", "x ist quer, y ist hoch."},
	}
}

func germanRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/de.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`der die das dem den des ein eine einem einen einer eines kein keine
			ab an am auf aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne seit statt über um unter von vom vor
			während wegen zu zum zur zwischen
			und oder aber denn doch sondern dass ob weil wenn als wie so
			mein meine dein deine sein seine ihr ihre unser unsere euer eure sehr
			ich du er sie es wir man ist sind war waren bin bist hat habe haben hatte wird werden wurde kann können muss müssen soll sollen will
			wollen darf dürfen mag nicht nie diese dieser dieses diesen diesem jede jeder jedes jeden jedem meinen meinem meiner deinen deinem deiner
			seinen seinem seiner ihren ihrem ihrer unseren unserem keinen keinem keiner zwei drei vier fünf sechs sieben acht neun zehn zwölf hundert
			tausend`),
		Opening: set(`und oder aber denn sondern doch dass ob weil wenn als wie wer was wo wann warum wozu woher wohin wen wem wessen bevor bis damit nachdem
			obwohl sobald solange während falls indem sodass welcher welche welches`),
		BeforeNumber: set(`s. sp. nr. nrn. bd. bde. kap. abb. abbn. tab. abs. abschn. art. anm. fn. h. z. § §§ ziff. aufl. bl.
			fig. taf. jg. ca. geb. gest.`),
		BeforeName: set("dr. prof. hr. hrn. fr. frl. st. dipl.-ing. ing. mag. med. phil. jur. rer. nat."),
		AfterNumber: set(`% ‰ °C °F K mm cm m km ha mg g kg t ml cl l L s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ ¥ Euro Cent CHF EUR Uhr
			Mio. Mrd. f. ff. Jh. Std. Min. Sek.`),
		Abbreviations: strings.Fields(`z.B. d.h. u.a. o.ä. o.Ä. u.ä. u.Ä. i.d.R. u.U. z.T. z.Z. z.Zt. s.o. s.u. m.E. m.W. v.Chr. n.Chr. v.u.Z.
			n.u.Z. u.v.m. u.v.a. e.V. i.A. i.V. o.g. u.g. i.e.S. i.w.S. i.Allg. a.a.O. o.J. o.O. d.i. d.J. d.M. k.u.k. u.dgl. u.d.M. ü.d.M.
			v.a. i.S. i.H.v. z.H. z.Hd. a.D. a.M. o.Prof. h.c. p.a. S.M. l.c.`),
		NoSentenceEnd: set(`Dr. Prof. Hr. Hrn. Fr. Frl. St. Nr. Nrn. Bd. Bde. Kap. Abb. Tab. Abs. Art. Anm. Aufl. S. Sp. Jh. Jhs. Mio. Mrd. bzw.
			ca. vgl. evtl. ggf. geb. gest. sog. inkl. exkl. zzgl. bes. insb. usf. etc. resp. Hrsg. hrsg. Übers. übers. Ing. Mag. Dipl.
			Jan. Feb. Aug. Sept. Okt. Nov. Dez. Str. Tel. z. d. u. i. o. v. n. B. h. a. z.B. d.h. u.a. o.ä. s.o. s.u. ` + ordinalDays),
		Matter: map[string]string{"vorwort": "preface", "vorbemerkung": "preface", "vorrede": "preface", "geleitwort": "foreword",
			"zum-geleit": "foreword", "einleitung": "introduction", "einfuhrung": "introduction", "prolog": "prologue",
			"dank": "acknowledgments", "danksagung": "acknowledgments", "danksagungen": "acknowledgments", "epilog": "epilogue",
			"nachwort": "afterword", "nachbemerkung": "afterword", "schluss": "conclusion", "schlusswort": "conclusion",
			"schlussbemerkung": "conclusion", "fazit": "conclusion", "anhang": "appendix", "kolophon": "colophon",
			"bildnachweis": "credits", "nachweise": "credits", "quellennachweis": "credits", "errata": "errata", "berichtigungen": "errata"},
		Articles:    []string{"der", "die", "das", "ein", "eine"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		Elided:      set("s n ne nen nem ner nes m"),
		MayBeElided: set("ran rauf raus rein rüber runter rum rin nauf naus nunter nüber"),
		Clipped:     set("hab is nich komm geh sag frag lass wär könnt hätt würd müsst sollt wollt möcht käm heut bitt"),
		NotOwned: set(`und oder aber wenn als während wo weil dass ist war sind waren hat hatte haben sagte fragte rief sprach antwortete
			zu von in an auf bei für mit aus er sie es wir ich ihr du die der das ein eine sein mein`),
		Possessive: Possessive{After: "sßxz", Names: true},
		Repeated:   set("sehr so ja nein na die der das dass nach und"),
		Joining:    set("der die das dem den des ein eine und oder von vom zu zum zur in im an am auf für mit aus bei nach"),
		Stem:       stemBy("ungen ung ischen ische isch lichen liche lich heiten heit keiten keit innen erinnen ern en er es em e n s"),
	}
}

func germanReader() Reader {
	return Reader{
		Page:     []string{"seite", "seiten", "s"},
		Line:     []string{"zeile", "zeilen", "z"},
		On:       []string{"auf"},
		Days:     []string{"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"},
		HalfDays: []string{"uhr"},
		Columns: Columns{
			Page:    []string{"seite", "s.", "seitenzahl", "seitennummer"},
			Line:    []string{"zeile", "zeilennummer", "z."},
			Comment: []string{"kommentar", "kommentare", "anmerkung", "anmerkungen", "bemerkung", "notiz", "korrektur"},
			Reader:  []string{"leser", "leserin", "name", "verfasser", "autor", "von"},
			Words:   []string{"wörter", "zitat", "text", "stelle", "markierung", "textstelle"},
			New:     []string{"neu", "ersetzen durch", "statt dessen", "besser"},
			File:    []string{"datei"},
			Row:     []string{"dateizeile"},
			Date:    []string{"datum", "erstellt"},
			Heading: []string{"kapitel", "abschnitt", "überschrift", "eintrag"},
			Book:    []string{"titel", "buch", "buchtitel"},
		},
		Labels: Labels{
			Passage: []string{"markierung", "zitat", "text", "stelle"},
			Heading: []string{"kapitel", "abschnitt"},
			Comment: []string{"notiz", "anmerkung", "kommentar", "meine notiz"},
		},
		Kindle: Kindle{
			Page:     []string{"seite"},
			Location: []string{"position"},
			Added:    []string{"hinzugefügt am"},
			Note:     []string{"notiz"},
		},
		Excerpts: []string{"Auszug aus"},
		Anybody: []string{"benutzer", "gast", "administrator", "besitzer", "unbekannt", "leser", "leserin", "ich", "autor", "autorin",
			"anonym"},
	}
}

var (
	germanOnes = [...]string{"", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
		"vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"}
	germanTens     = [...]string{"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	germanOrdinals = [...]string{"", "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft"}
)

// germanWord returns a number from 1 to 99 in words.
func germanWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(germanOnes[n])
	case n%10 == 0:
		return Capital(germanTens[n/10])
	case n%10 == 1:
		return "Einund" + germanTens[n/10]
	}
	return Capital(germanOnes[n%10]) + "und" + germanTens[n/10]
}

// germanOrdinalWord returns an ordinal number from 1 to 99 in words, with an ending of adjectives.
func germanOrdinalWord(n int, ending string) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < len(germanOrdinals):
		return germanOrdinals[n] + ending
	case n < 20:
		return germanOnes[n] + "t" + ending
	}
	return strings.ToLower(germanWord(n)) + "st" + ending
}

// germanOrdinal returns an ordinal number as it stands after "neben jeder", in words up to the twelfth.
func germanOrdinal(n int) string {
	if n > 0 && n < len(germanOrdinals) {
		return germanOrdinalWord(n, "en")
	}
	return strconv.Itoa(n) + "."
}

// germanOrdinalForms returns the forms of an ordinal number that stand before "Teil" and "Kapitel".
func germanOrdinalForms(n int) []string {
	return []string{germanOrdinalWord(n, "er"), germanOrdinalWord(n, "es")}
}
