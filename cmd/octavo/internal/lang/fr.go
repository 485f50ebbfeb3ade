package lang

import "strings"

// french returns the words and rules of French.
func french() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"«\u202F", "\u202F»"},
			Inner: Marks{"“", "”"},
			Others: []QuoteChoice{
				{Name: "guillemets", Outer: Marks{"«\u202F", "\u202F»"}, Inner: Marks{"‹\u202F", "\u202F›"}},
				{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}},
			},
		},
		Spacing: Spacing{
			Before: map[rune]string{';': "\u202F", ':': "\u202F", '!': "\u202F", '?': "\u202F", '%': "\u202F", '‰': "\u202F", '€': "\u202F"},
			Number: "\u202F",
			Dialog: true,
			Spine:  SpineUp,
		},
		Numbers: Numbers{
			Thousands: "\u202F",
			Decimal:   ",",
			Word:      frenchWord,
			PartWord:  frenchOrdinal,
			Ordinal:   ordinalBy(frenchOrdinal, "e"),
			Ordinals: func(n int) []string {
				forms := []string{strings.ToLower(frenchOrdinal(n))}
				switch n {
				case 1:
					forms = append(forms, "premier")
				case 2:
					forms = append(forms, "second", "seconde")
				}
				return forms
			},
			Date:     "{day} {month} {year}",
			FirstDay: "1er",
			Months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
				"décembre"},
			Plural: pluralBy(frenchPlural, "de du des d’ à au aux en et ou pour par sur sans"),
		},
		Lists: Lists{Comma: ", ", And: " et ", Names: " et ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Table des matières",
			ByTheme:       "{entries} par thème",
			ByFirstWords:  "{entries} par premiers mots",
			Subjects:      "Index des notions",
			Notes:         "Notes",
			OtherThemes:   "Autres",
			NumberedPart:  "Partie {n}",
			PartInWords:   "{n} partie",
			Untitled:      "Sans titre",
			Cover:         "Couverture",
			TitlePage:     "Page de titre",
			Copyright:     "Mentions légales",
			Dedication:    "Dédicace",
			Epigraph:      "Épigraphe",
			Colophon:      "Colophon",
			AboutThisCopy: "À propos de cet exemplaire",
		},
		References: References{
			See:             "voir",
			Page:            "page\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "maxime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Les numéros sont ceux des {entries}.",
			HeadingSee:      "Voir",
			HeadingSeeAlso:  "Voir aussi",
		},
		Notes: Notes{
			ToPage:  "Notes de la page\u00A0{page}",
			ToPages: "Notes des pages\u00A0{from} à\u00A0{to}",
		},
		Asides: Asides{
			Note:       "Remarque",
			Tip:        "Conseil",
			Important:  "Important",
			Warning:    "Avertissement",
			Caution:    "Attention",
			Example:    "Exemple",
			Exercise:   "Exercice",
			Question:   "Question",
			Discussion: "Discussion",
			Summary:    "Résumé",
		},
		Tables: Tables{
			Continued: "{caption} (suite)",
			Goes:      "(suite)",
			Turned:    "Le tableau se trouve à la {page}.",
		},
		Figures: Figures{
			Figure: "figure\u00A0{n}", Table: "tableau\u00A0{n}",
			FigureLabel: "Figure\u00A0{n}.", TableLabel: "Tableau\u00A0{n}.",
			Figures: "Table des figures", Tables: "Liste des tableaux",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme": {Name: "mème", Plural: "mèmes", Means: "une pensée à transmettre"},
				"metaphor": {Name: "métaphore", Plural: "métaphores", Means: "une chose vue comme une autre",
					Line: "{tenor} comme {vehicle}"},
			},
			Maxims:     "maximes",
			Entries:    "articles",
			Themes:     "Thèmes",
			Audience:   "Pour",
			Card:       "carte\u202F: {text}",
			Draft:      "BROUILLON",
			DraftOnly:  "Brouillon\u202F: ne figure pas encore dans le livre.",
			Drafts:     "Brouillons\u202F: ",
			DraftFolio: "B{n}",
			Picture:    "[image\u202F: {alt}]",
		},
		Makers: Makers{
			By: "par {names}",
			Credits: map[string]Pattern{"edt": "Édition établie par {name}", "ill": "Illustré par {name}", "trl": "Traduit par {name}",
				"aui": "Introduction par {name}", "aft": "Postface par {name}", "pht": "Photographies par {name}", "art": "Images par {name}",
				"win": "Introduction par {name}", "wpr": "Préfacé par {name}", "bkd": "Maquette par {name}", "cov": "Couverture par {name}",
				"dsr": "Conception graphique par {name}", "com": "Textes réunis par {name}"},
			Roles: map[string]string{"aut": "auteur", "edt": "éditeur scientifique", "ill": "illustrateur", "trl": "traducteur",
				"aui": "auteur de l’introduction", "pht": "photographe", "bkd": "maquettiste", "nrt": "narrateur"},
			Contributor: "collaborateur",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Auteurs\u202F: {text}",
			Title:          "Titre\u202F: {text}",
			Description:    "Publication\u202F: {text}",
			Identifiers:    "Identifiants\u202F: {text}",
			Subjects:       "Sujets\u202F: {text}",
			Classification: "Classification\u202F: {text}",
			Typeface:       "Composé en {name}, caractère publié sous licence SIL Open Font License.",
			Typefaces:      "Composé en {names}, caractères publiés sous licence SIL Open Font License.",
			SetIn:          "Composé en {font}",
			DesignedBy:     ", caractère dessiné par {designer}",
			MadeBy:         ". Lignes, pages et index ont été faits par octavo d’après le manuscrit de l’auteur.",
		},
		Typescript: Typescript{Length: "environ {n}\u00A0mots", Chapter: "Chapitre {n}"},
		Review: Review{
			Notice:          "Épreuves non corrigées — Hors commerce",
			Quotations:      "Ces épreuves ne sont pas corrigées. Merci de vérifier toute citation sur le livre définitif.",
			Unnamed:         "exemplaire de presse",
			Front:           "Page de garde",
			Data:            "Fiche",
			Changes:         "Modifications",
			Title:           "Titre",
			Author:          "Auteur",
			Publisher:       "Éditeur",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Pages",
			PagesInPrint:    "Pages imprimées",
			Price:           "Prix",
			Publication:     "Parution",
			Edition:         "Édition",
			Manuscript:      "Manuscrit",
			Subjects:        "Sujets",
			Contact:         "Contact",
			Comments:        "Remarques",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0po)",
			InPrint:         "papier",
			AsHardcover:     "relié",
			InPaper:         "broché",
			AsEPUB:          "EPUB",
			ToCome:          "à paraître",
			State:           "Manuscrit {revision} du {date}",
			DatedState:      "Manuscrit {revision}, {date}",
			BookPages:       "Les pages et leurs numéros sont ceux du livre. ",
			TypescriptPages: "Ceci est un tapuscrit\u202F: ses pages ne sont pas celles du livre. ",
			NumberedLines: "Chaque {nth} ligne d’une page porte son numéro en marge, afin que toute remarque puisse dire où elle se " +
				"rapporte\u202F: «\u202Fpage\u00A042, ligne\u00A017\u202F». Les notes prises dans ce fichier avec n’importe quel lecteur " +
				"de PDF retrouvent leur place dans le manuscrit de l’auteur.",
			EveryLine: "nouvelle",
			Number:    "Exemplaire {n} sur {of}",
			For:       "pour",
			Reader:    "pour {name}",
			NumberFor: "{copy}, pour {name}",
			Drafts:    "Brouillons\u202F: pas encore dans le livre",
			Removed:   "supprimé après ceci\u202F: {title}",
			TK:        "À compléter",
		},
		Changes: Changes{
			Since:           "Ce qui a changé depuis {state}",
			LastCopy:        "votre dernier exemplaire, manuscrit {revision}",
			None:            "Rien.",
			New:             "nouveau",
			Removed:         "supprimé",
			Moved:           "déplacé",
			Changed:         "modifié",
			In:              "page\u00A0{n} de l’édition imprimée",
			From:            "venu de «\u202F{chapter}\u202F»",
			WordsNew:        Counted{One: "{n}\u00A0mot nouveau", Other: "{n}\u00A0mots nouveaux"},
			WordsGone:       Counted{One: "{n}\u00A0mot supprimé", Other: "{n}\u00A0mots supprimés"},
			OtherPicture:    "autre image",
			OtherForm:       "autre forme",
			OtherKeys:       "modifié\u202F: {keys}",
			CrossReferences: "renvois",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "ligne\u00A0{n}",
			ForRead: "au lieu de {was}, lire {is}",
			Delete:  "supprimer {was}",
			Insert:  "ajouter {is}",
		},
		Trade: Trade{
			Sheet:        "Fiche du livre",
			About:        "Le livre",
			AboutAuthor:  "L’auteur",
			AboutAuthors: "Les auteurs",
			FromTheBook:  "Extrait du livre",
			Inside:       "Un coup d’œil à l’intérieur",
			Order:        "Commander",
			Series:       "Collection",
			Rights:       "Droits",
			Excerpt:      "Extrait",
			ExcerptOf:    "{title} (extrait)",
			IsExcerpt:    "Vous venez de lire un extrait de {title}.",
			WholeBook:    "Le livre entier",
		},
		Answers: Answers{
			Title:    "Vos remarques",
			Thanks:   "Merci de votre lecture attentive. Voici ce que vos remarques sont devenues.",
			At:       "page\u00A0{page}, ligne\u00A0{line}",
			Taken:    "retenue",
			Changed:  "modifié autrement",
			Declined: "laissé tel quel",
			Open:     "en suspens",
			Gone:     "ne figure plus dans le livre",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0carte", Other: "{n}\u00A0cartes"},
			Themes:      "Thèmes",
			Blank:       "À noter",
			Deck:        "{title}\u202F: cartes",
			AtAGlance:   "{title}\u202F: vue d’ensemble des cartes",
			Proof:       "{title}\u202F: épreuve d’une carte",
			Calibration: "{title}\u202F: réglage du recto verso",
		},
		Sheets: Sheets{
			Front:      "{sheet} recto",
			Back:       "{sheet} verso",
			Of:         "{n} sur {of}",
			ProofFront: "recto de {card}",
			ProofBack:  "verso",
			Ruler: "Cette règle mesure {mm}\u00A0mm lorsque la carte a sa taille réelle. Sinon, imprimez à " +
				"100\u202F%.",
			Jig:     "gabarit",
			JigCard: "carte de {size}",
			JigCut:  "couper le long des tirets, à {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "plastification",
			Title:      "Comment couper et plastifier les cartes",
			PlainLabel: "mode d’emploi",
			PlainTitle: "Comment faire les cartes",
			PrintBothSides: "Imprimez les pages\u00A0{first} à\u00A0{n} en recto verso, à taille réelle (100\u202F%), avec retournement sur le bord " +
				"{edge}. Regardez une feuille à contre-jour\u202F: chaque verso doit se trouver derrière son recto. Sinon, octavo cards " +
				"calibrate montre de combien il s’en écarte.",
			PrintOneSide: "Imprimez les pages\u00A0{first} à\u00A0{n} en recto seul, à taille réelle (100\u202F%).",
			LongEdge:     "long",
			ShortEdge:    "court",
			Cut: "Coupez dans l’ordre des numéros ci-dessous, toujours d’un bout à l’autre de la feuille, et gardez les morceaux en ordre. " +
				"Une carte coupée mesure {size}.",
			Break: "Détachez les cartes de la planche {stock} le long des perforations. Une carte mesure {size}.",
			Fold: "Coupez dans l’ordre des numéros ci-dessous, puis pliez chaque morceau le long du trait interrompu, faces imprimées " +
				"à l’extérieur, et marquez bien le pli.",
			Warm: "Laissez la plastifieuse atteindre la température que demande le film, et introduisez la pochette par son bord soudé. " +
				"Laissez-la refroidir à plat.",
			LaySheet: "Glissez chaque feuille dans une pochette de {pouch}, jusqu’au fond du bord soudé\u202F; le film doit dépasser " +
				"également des autres côtés.",
			OpenEdges: "Les bords de ces cartes sont ouverts\u202F: le papier y affleure et boit l’eau. Gardez-les au sec ou, la prochaine " +
				"fois, coupez d’abord les cartes et plastifiez-les ensuite (laminate = \"cards\").",
			RoundCorners: "Arrondissez les coins avec une perforatrice d’environ {mm}\u00A0mm, avant de poser le film.",
			LayOnJig: "Posez la pochette ouverte de {pouch} sur le gabarit, qui est à la page suivante, et une carte sur chacun de ses " +
				"cadres. Les cadres sont à {mm}\u00A0mm les uns des autres, pour que le film rejoigne le film tout autour de chaque carte.",
			CloseOnJig: "Fermez la pochette sans déplacer les cartes, puis retirez le gabarit en le faisant glisser.",
			CutDashes: "Coupez le long des tirets, à {mm}\u00A0mm de chaque carte et jamais dans son papier\u202F: une carte ne reste " +
				"étanche que si le film dépasse tout autour.",
			LayCard: "Glissez chaque carte dans une pochette de {pouch} ({name}) de sorte que le film dépasse également tout " +
				"autour\u202F: de {mm}\u00A0mm sur les côtés les plus étroits.",
			KeepFilm: "Ne coupez pas dans le film\u202F: une carte ne reste étanche que s’il dépasse tout autour. Arrondissez ses coins s’ils " +
				"sont pointus.",
			TestStock: "Imprimez la page\u00A0{first} sur du papier ordinaire et tenez-la devant une lumière contre une planche " +
				"{stock}\u202F: chaque carte doit tomber à l’intérieur de ses perforations.",
			FeedStock:    "Introduisez les planches une à une par le bac manuel, et laissez sécher l’encre.",
			PunchCorners: "Arrondissez les coins avec une perforatrice d’environ {mm}\u00A0mm.",
			Glue:         "Collez les deux moitiés de chaque carte, et laissez-les sécher sous un poids.",
			OpenLines: "Dans {program}, réglez la page sur {sheet}, ouvrez {svg} (ou {dxf}, s’il ne lit pas le SVG) et centrez " +
				"les lignes sur la page. Ensemble, elles mesurent {size}.",
			TypeMarks: "Activez les repères d’alignement à trois coins et entrez ce qui est imprimé\u202F: longueur " +
				"{arm}\u00A0mm, épaisseur {thickness}\u00A0mm, retrait {inset}\u00A0mm.",
			CutByMachine: "Posez une feuille sur le tapis, le recto vers le haut et le carré noir en haut à gauche, et laissez " +
				"la machine chercher les repères. Coupez d’abord une feuille de papier ordinaire.",
			Upload: "Dans {program}, chargez chaque image {png} comme image aplatie pour Print Then Cut et réglez sa " +
				"taille\u202F: {size}. La machine coupe le long de ses bords.",
			AttachLines: "Chargez aussi {svg}, posez ses lignes sur l’image, centre sur centre, et attachez les deux\u202F: la " +
				"machine coupe le long des lignes.",
			PrintThere: "Imprimez-la de là sur {sheet}, à taille réelle (100\u202F%), et coupez d’abord une feuille de papier " +
				"ordinaire.",
			PrintBacks: "Avant de couper, imprimez le verso sur l’autre face\u202F: la page\u00A0{first} est celle de la " +
				"première image, et ainsi de suite. Il se trouve au milieu de la feuille\u202F: placez-y l’image, et regardez la " +
				"première feuille à la lumière.",
		},
		Ordering: Ordering{
			Title:    "{title}\u202F: cartes pour {service}",
			Choose:   "Choisissez cette carte\u202F: {card}. Le jeu en compte {n}.",
			OwnBacks: "Donnez à chaque carte son propre recto et son propre verso.",
			UploadPictures: "Chargez les rectos ({fronts}) dans l’ordre de leurs numéros, puis les versos ({backs}) dans le " +
				"même ordre\u202F: le recto et le verso d’une carte ont le même numéro.",
			UploadFile: "Chargez {file}. Le fichier a une page par face, le verso de chaque carte avant son recto.",
			Unscaled: "Ne laissez rien mettre à l’échelle\u202F: les fichiers ont leur taille, avec {mm}\u00A0mm tout autour " +
				"qui seront coupés.",
			Finish:  "Le papier, la finition et la boîte sont au choix\u202F: les fichiers sont les mêmes.",
			Preview: "Regardez chaque carte dans l’aperçu, et commandez un jeu avant d’en commander plusieurs.",
		},
		Calibrate: Calibration{
			Front:  "recto",
			Back:   "verso",
			OnBack: "Verso de la feuille de réglage. Retournez-la et regardez-la à contre-jour.",
			Title:  "Les versos tombent-ils derrière les rectos\u202F?",
			Print:  []string{"Imprimez cette feuille en recto verso, comme vous imprimez vos", "cartes\u202F: à taille réelle (100\u202F%), sans ajuster à la page."},
			Hold:   []string{"Tenez-la contre une vitre, cette face vers vous.", "Les traits du verso apparaissent par transparence."},
			Read: []string{"Sur chacun des quatre côtés, cherchez le trait de la grande échelle",
				"que prolonge exactement un trait du verso, et notez son numéro.",
				"D’un trait au suivant, il y a un quart de millimètre. Le trait épais",
				"du verso indique sur la petite règle quel numéro ce sera à peu près\u202F;",
				"s’il dépasse 3, prenez-le, puis imprimez de nouveau cette feuille."},
			Type: []string{"Tapez-les sur une ligne, avec un moins là où il y en a un\u202F:"},
			Shifted: [2]Pattern{"Ils s’ajoutent à ce qui déplace déjà ce verso\u202F: {right}\u00A0mm à droite,",
				"{down}\u00A0mm vers le bas et {degrees}\u00A0degrés."},
			Top:      "haut",
			Bottom:   "bas",
			Left:     "gauche",
			Right:    "droite",
			Reminder: []string{"À contre-jour,", "lisez les numéros", "où les traits se joignent\u202F:", "x en largeur, y en hauteur."},
		},
		Ebook: Ebook{
			Landmarks:    "Points de repère",
			Start:        "Début du texte",
			PrintedPages: "Pages du livre imprimé",
			Pages:        "Pages",
			BackToText:   "Retour au texte",
			CoverOf:      "Couverture de {title}",
			CoverBy:      ", par {names}",
			PrintedBook:  "{title}, le livre imprimé",
			Identifier:   "Identifiant de la publication",
		},
		Access: Accessibility{
			Text: "Le texte peut être affiché dans n’importe quel corps, quelle police et quelle couleur\u202F; un lecteur d’écran ou une " +
				"plage braille le lit dans l’ordre.",
			Ways:          " On s’y oriente par {ways}.",
			Contents:      "une table des matières",
			Headings:      "des titres",
			Indexes:       "des index avec liens",
			PageNumbers:   "les numéros de page du livre imprimé",
			NoneDescribed: " Ses images n’ont pas de description.",
			SomeDescribed: " Certaines de ses images n’ont pas de description.",
			AllDescribed:  " Chaque image est décrite par des mots.",
			OnlyCover:     " Il n’a d’autre image que sa couverture, qui est décrite par des mots.",
			NoPictures:    " Il ne contient pas d’images.",
			Tables:        " Les tableaux nomment leurs colonnes.",
			Notes:         " Les notes sont liées à leurs appels, et inversement.",
			Still:         " Rien n’y bouge, n’y clignote ni n’y fait de bruit.",
			Statement: Statement{
				Title:       "Déclaration d’accessibilité",
				Reading:     "Méthodes de lecture",
				Navigation:  "Se repérer dans le livre",
				Hazards:     "Dangers",
				Conformance: "Conformité",
				Contact:     "Nous écrire",
				Meets:       "Cette publication est conforme à {standard}. Certification : {name}.",
				Unclaimed:   "Personne n’a certifié que cette publication est conforme à une norme d’accessibilité.",
				WriteTo:     "Questions et remarques sur l’accessibilité : {address}",
				Made:        "Date de cette déclaration : {date}",
				Formulas:    " Les formules sont données en MathML.",
			},
		},
		Rules:  frenchRules(),
		Reader: frenchReader(),
	}
}

func frenchRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/fr.txt", Before: 2, After: 3},
		Clinging: set(`le la les un une des du de au aux à en et ou où ni mais or car donc que qui dont quand comme si
			dans par pour sur sous sans avec vers chez entre contre depuis pendant avant après dès jusque
			ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
			je tu il elle on nous vous ils elles se ne y très plus
			l’ d’ j’ n’ s’ c’ m’ t’ jusqu’ lorsqu’ est sont était étaient a ont suis es sommes êtes ai as avons avez peut doit faut fait être avoir
			chaque quelque quelques tout toute tous toutes aucun aucune même trop moins deux trois quatre cinq six sept huit neuf dix douze vingt
			cent mille`),
		Opening: set(`et ou ni mais or car donc que qu’ qui dont où quand comme si parce puisque lorsque quoique tandis afin quoi quel quelle quels quelles
			pourquoi comment combien lequel laquelle`),
		StaysWithNext: set("à y a ô À Y A Ô"),
		BeforeNumber:  set("p. pp. n° no n. t. vol. chap. fig. tabl. sect. art. al. v. vv. f. ff. l. ms. éd. §"),
		BeforeName:    set("m. mm. mme mmes mlle mlles me mes dr drs pr prs mgr st ste vve"),
		AfterNumber: set(`% ‰ € $ £ ° °C °F K mm cm m km µm m² km² ha pt mg g kg t q ml cl dl l L s min h kB Mo Go Ko Hz kHz V W kW kWh F fr.
			fr CHF EUR`),
		Abbreviations: []string{"p.ex.", "s.d.", "s.l.", "s.l.n.d.", "op.cit.", "loc.cit.", "av.J.-C.", "apr.J.-C."},
		NoSentenceEnd: set("M. MM. p. pp. cf. Cf. n. t. vol. chap. fig. art. éd. av. apr. env. ex. c.-à-d. s. v. al. ibid. id. St. op. loc. trad. " +
			"dir. coll. ms."),
		Matter: map[string]string{"preface": "preface", "avant-propos": "foreword", "avertissement": "foreword", "note-de-l-auteur": "preface",
			"introduction": "introduction", "prologue": "prologue", "remerciements": "acknowledgments", "epilogue": "epilogue",
			"postface": "afterword", "conclusion": "conclusion", "annexe": "appendix", "annexes": "appendix", "appendice": "appendix",
			"colophon": "colophon", "acheve-d-imprimer": "colophon", "credits": "credits", "errata": "errata", "erratum": "errata"},
		Articles:    []string{"le", "la", "les", "un", "une", "l’", "l'"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		Elided:      set("tit tite tits tites pis scuse scusez videmment bsolument cré core vec"),
		MayBeElided: set("mande rive"),
		Clipped:     set("vot not quat aut pauv maît êt prop peut-êt p'têt p’têt"),
		Repeated:    set("nous vous très non oui si ah oh ha hé eh bien là tout tic toc cric crac petit plus jamais loin longtemps"),
		Joining:     set("le la les l un une des du de d à au aux en et ou pour par sur dans sans avec son sa ses leur leurs qui que"),
		Singular:    frenchSingular,
		Stem: stemBy("s x es e ent ons ez er ée ées és é ait ais aient ions iez ant ants ante antes ir is it ira era erons eront eur eurs " +
			"euse euses ment ement ements ation ations ement if ive ifs ives ique iques"),
	}
}

func frenchReader() Reader {
	return Reader{
		Page: []string{"page", "pages", "p", "pp", "pg"},
		Line: []string{"ligne", "lignes", "lig", "l"},
		On:   []string{"à la", "en", "sur la"},
		Days: []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
		Columns: Columns{
			Page:    []string{"page", "p", "p.", "folio", "numéro de page", "n° de page"},
			Line:    []string{"ligne", "lignes", "numéro de ligne", "l"},
			Comment: []string{"commentaire", "commentaires", "remarque", "remarques", "note", "notes", "correction", "annotation", "observation"},
			Reader:  []string{"lecteur", "lectrice", "auteur", "nom", "qui", "relecteur", "relectrice", "de"},
			Words:   []string{"mots", "citation", "texte", "passage", "extrait", "texte surligné", "surlignement", "texte actuel"},
			New:     []string{"remplacement", "nouveau", "lire", "à remplacer par", "nouveau texte"},
			File:    []string{"fichier"},
			Row:     []string{"rang", "ligne du fichier"},
			Date:    []string{"date", "créé le", "surligné le"},
			Heading: []string{"chapitre", "section", "titre de section", "entrée"},
			Book:    []string{"titre", "livre", "titre du livre"},
		},
		Labels: Labels{
			Passage: []string{"surlignement", "citation", "texte", "passage", "extrait"},
			Heading: []string{"chapitre", "section"},
			Comment: []string{"note", "commentaire", "remarque", "ma note"},
		},
		Kindle: Kindle{
			Page:     []string{"page"},
			Location: []string{"emplacement"},
			Added:    []string{"ajouté le"},
			Note:     []string{"note"},
		},
		Excerpts: []string{"Tous les extraits de", "Extrait de"},
		Anybody:  []string{"utilisateur", "invité", "administrateur", "propriétaire", "inconnu", "lecteur", "moi", "auteur", "anonyme"},
	}
}

// frenchWord returns a number from 1 to 99 in words.
func frenchWord(n int) string {
	return frenchWordBy(n, [...]string{"vingt", "trente", "quarante", "cinquante", "soixante", "", "quatre-vingt", ""})
}

// frenchWordBy returns a number in words. Tens are those from 20 on; one that is empty is counted from the ten before it.
func frenchWordBy(n int, tens [8]string) string {
	ones := [...]string{"", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
		"quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"}
	if n < 1 || n > 99 {
		return ""
	}
	if n < 20 {
		return Capital(ones[n])
	}
	ten, one := n/10-2, n%10
	if tens[ten] == "" {
		ten, one = ten-1, one+10
	}
	word := tens[ten]
	switch {
	case one == 0 && word == "quatre-vingt":
		word += "s"
	case one%10 == 1 && word != "quatre-vingt":
		word += " et " + ones[one]
	case one > 0:
		word += "-" + ones[one]
	}
	return Capital(word)
}

// frenchOrdinal returns an ordinal number from 1 to 99 in words, of the feminine.
func frenchOrdinal(n int) string { return frenchOrdinalOf(n, frenchWord) }

func frenchOrdinalOf(n int, cardinal func(int) string) string {
	word := cardinal(n)
	switch {
	case n == 1:
		return "Première"
	case word == "":
		return ""
	case strings.HasSuffix(word, "q"):
		return word + "uième"
	case strings.HasSuffix(word, "neuf") || strings.HasSuffix(word, "Neuf"):
		return strings.TrimSuffix(word, "f") + "vième"
	}
	if n == 80 {
		word = strings.TrimSuffix(word, "s") // quatre-vingts
	}
	return strings.TrimSuffix(word, "e") + "ième"
}

// frenchPlural returns the plural of a word by the rules that have few exceptions.
func frenchPlural(word string) string {
	switch {
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"):
		return word
	case strings.HasSuffix(word, "al"):
		return strings.TrimSuffix(word, "l") + "ux"
	case strings.HasSuffix(word, "au"), strings.HasSuffix(word, "eu"):
		return word + "x"
	}
	return word + "s"
}

// frenchSingular returns a word without the ending of its plural.
func frenchSingular(word string) string {
	switch {
	case strings.HasSuffix(word, "eaux"), strings.HasSuffix(word, "eux"):
		return strings.TrimSuffix(word, "x")
	case len(word) > 4 && strings.HasSuffix(word, "aux"):
		return strings.TrimSuffix(word, "ux") + "l"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return strings.TrimSuffix(word, "s")
	}
	return word
}
