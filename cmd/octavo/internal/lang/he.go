package lang

import (
	"strconv"
	"strings"
)

// hebrew returns the words and rules of Hebrew.
func hebrew() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"”", "”"},
			Inner:  Marks{"’", "’"},
			Others: []QuoteChoice{{Name: "low", Outer: Marks{"„", "”"}, Inner: Marks{"‚", "’"}}},
		},
		Spacing: Spacing{Dialog: true},
		Numbers: Numbers{
			Thousands: ",",
			Decimal:   ".",
			Word:      func(n int) string { return phrase("פרק ", hebrewOrdinal(n), "") },
			PartWord:  hebrewOrdinal,
			Ordinal:   hebrewLine,
			Date:      "{day}\u00A0ב{month} {year}",
			Months: [12]string{"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
				"דצמבר"},
		},
		Lists: Lists{Comma: ", ", And: " ו", Names: " ו", Abridged: "{name} ואחרים"},
		Titles: Titles{
			Contents:      "תוכן העניינים",
			ByTheme:       "{entries} לפי נושאים",
			ByFirstWords:  "{entries} לפי מילים ראשונות",
			Subjects:      "מפתח העניינים",
			Notes:         "הערות",
			OtherThemes:   "שונות",
			NumberedPart:  "חלק {n}",
			Untitled:      "ללא כותרת",
			Cover:         "כריכה",
			TitlePage:     "עמוד השער",
			Copyright:     "עמוד הזכויות",
			Dedication:    "הקדשה",
			Epigraph:      "מוטו",
			Colophon:      "קולופון",
			AboutThisCopy: "על עותק זה",
		},
		References: References{
			See:             "ראו",
			Page:            "עמוד\u00A0{n}",
			PageAbbreviated: "עמ׳\u00A0{n}",
			Maxim:           "פתגם\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "המספרים אינם מספרי עמודים אלא מספרים סידוריים ({entries}).",
			HeadingSee:      "ראו",
			HeadingSeeAlso:  "ראו גם",
		},
		Notes: Notes{
			ToPage:  "הערות לעמוד\u00A0{page}",
			ToPages: "הערות לעמודים\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "הערה",
			Tip:        "עצה",
			Important:  "חשוב",
			Warning:    "אזהרה",
			Caution:    "זהירות",
			Example:    "דוגמה",
			Exercise:   "תרגיל",
			Question:   "שאלה",
			Discussion: "לדיון",
			Summary:    "סיכום",
		},
		Tables: Tables{
			Continued: "{caption} (המשך)",
			Goes:      "(המשך)",
			Turned:    "לטבלה ראו {page}.",
		},
		Figures: Figures{
			Figure: "איור\u00A0{n}", Table: "טבלה\u00A0{n}",
			FigureLabel: "איור\u00A0{n}.", TableLabel: "טבלה\u00A0{n}.",
			Figures: "איורים", Tables: "טבלאות",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "מם", Plural: "ממים", Means: "מחשבה שכדאי להעביר הלאה"},
				"metaphor": {Name: "מטפורה", Plural: "מטפורות", Means: "דבר אחד הנראה כדבר אחר", Line: "{tenor} בתור {vehicle}"},
			},
			Maxims:     "פתגמים",
			Entries:    "ערכים",
			Themes:     "נושאים",
			Audience:   "עבור",
			Card:       "כרטיס: {text}",
			Draft:      "טיוטה",
			DraftOnly:  "טיוטה: עדיין לא בספר.",
			Drafts:     "טיוטות: ",
			DraftFolio: "ט{n}",
			Picture:    "[תמונה: {alt}]",
		},
		Makers: Makers{
			By: "מאת {names}",
			Credits: map[string]Pattern{"edt": "עריכה: {name}", "ill": "איורים: {name}", "trl": "תרגום: {name}", "aui": "מבוא: {name}",
				"aft": "אחרית דבר: {name}", "pht": "צילומים: {name}", "art": "ציורים: {name}", "win": "מבוא: {name}", "wpr": "הקדמה: {name}",
				"bkd": "עיצוב הספר: {name}", "cov": "עיצוב הכריכה: {name}", "dsr": "עיצוב: {name}", "com": "ליקוט: {name}"},
			Roles: map[string]string{"aut": "מחבר", "edt": "עורך", "ill": "מאייר", "trl": "מתרגם", "aui": "מחבר המבוא", "pht": "צלם",
				"bkd": "מעצב הספר", "nrt": "קריין"},
			Contributor: "משתתף",
		},
		Imprint: Imprint{
			ISBN:           "מסת״ב {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "שמות: {text}",
			Title:          "כותר: {text}",
			Description:    "תיאור: {text}",
			Identifiers:    "מזהים: {text}",
			Subjects:       "נושאים: {text}",
			Classification: "סיווג: {text}",
			Typeface:       "סודר בגופן {name}, ברישיון SIL Open Font License.",
			Typefaces:      "סודר בגופנים {names}, ברישיון SIL Open Font License.",
			SetIn:          "סודר בגופן {font}",
			DesignedBy:     ", בעיצוב {designer}",
			MadeBy:         ". השורות, העמודים והמפתחות נעשו בידי octavo מכתב היד של המחבר.",
		},
		Typescript: Typescript{Length: "כ־{n} מילים", Chapter: "פרק {n}"},
		Review: Review{
			Notice:          "עותק קדם־הגהה – לא למכירה",
			Quotations:      "עותק זה טרם הוגה. נא להשוות כל ציטוט לספר המוגמר.",
			Unnamed:         "עותק לביקורת",
			Front:           "חזית",
			Data:            "פרטים",
			Changes:         "שינויים",
			Title:           "שם הספר",
			Author:          "מחבר",
			Publisher:       "הוצאה לאור",
			ISBN:            "מסת״ב",
			Trim:            "מידות",
			Pages:           "עמודים",
			PagesInPrint:    "עמודים בדפוס",
			Price:           "מחיר",
			Publication:     "מועד הפרסום",
			Edition:         "מהדורה",
			Manuscript:      "כתב היד",
			Subjects:        "נושאים",
			Contact:         "יצירת קשר",
			Comments:        "הערות",
			TrimSize:        "{millimetres} מ״מ ({inches} אינץ׳)",
			InPrint:         "מודפס",
			AsHardcover:     "כריכה קשה",
			InPaper:         "כריכה רכה",
			AsEPUB:          "EPUB",
			ToCome:          "יימסר בהמשך",
			State:           "כתב היד {revision} מיום {date}",
			DatedState:      "כתב היד {revision}, {date}",
			BookPages:       "העמודים ומספריהם הם אלה של הספר. ",
			TypescriptPages: "זהו תדפיס לעריכה: עמודיו אינם עמודי הספר. ",
			NumberedLines: "ליד כל שורה {nth} בעמוד רשום מספרה, כדי שאפשר יהיה לציין בהערה את מקומה: ”עמוד 42, שורה 17”. הערות שנכתבות בקובץ זה " +
				"בכל תוכנה לקריאת PDF מגיעות לכתב היד של המחבר.",
			EveryLine: "ושורה",
			Number:    "עותק {n} מתוך {of}",
			For:       "עבור",
			Reader:    "עבור {name}",
			NumberFor: "{copy}, עבור {name}",
			Drafts:    "טיוטות: עדיין לא בספר",
			Removed:   "הוסר אחרי זה: {title}",
			TK:        "TK: יושלם בהמשך",
		},
		Changes: Changes{
			Since:           "מה השתנה מאז {state}",
			LastCopy:        "העותק הקודם שלך, כתב היד {revision}",
			None:            "דבר לא השתנה.",
			New:             "חדש",
			Removed:         "הוסר",
			Moved:           "הועבר",
			Changed:         "שונה",
			In:              "עמוד {n} בדפוס",
			From:            "מתוך ”{chapter}”",
			WordsNew:        Counted{One: "מילה חדשה אחת", Two: "שתי מילים חדשות", Other: "{n} מילים חדשות"},
			WordsGone:       Counted{One: "מילה אחת הושמטה", Two: "שתי מילים הושמטו", Other: "{n} מילים הושמטו"},
			OtherPicture:    "תמונה אחרת",
			OtherForm:       "בצורה אחרת",
			OtherKeys:       "מפתחות ששונו: {keys}",
			CrossReferences: "הפניות",
		},
		Errata: Errata{
			Title:   "תיקוני טעויות",
			Line:    "שורה\u00A0{n}",
			ForRead: "במקום {was} צריך להיות {is}",
			Delete:  "יש למחוק {was}",
			Insert:  "יש להוסיף {is}",
		},
		Trade: Trade{
			Sheet:        "פרטי הספר",
			About:        "על הספר",
			AboutAuthor:  "על המחבר",
			AboutAuthors: "על המחברים",
			FromTheBook:  "מתוך הספר",
			Inside:       "הצצה פנימה",
			Order:        "להזמנה",
			Series:       "סדרה",
			Rights:       "זכויות",
			Excerpt:      "קטע",
			ExcerptOf:    "{title} (קטע)",
			IsExcerpt:    "זה היה קטע מתוך {title}.",
			WholeBook:    "הספר השלם",
		},
		Answers: Answers{
			Title:    "ההערות שלך",
			Thanks:   "תודה על קריאה קשובה כל כך. כך טופלו ההערות שלך.",
			At:       "עמוד\u00A0{page}, שורה\u00A0{line}",
			Taken:    "התקבלה",
			Changed:  "שונה בדרך אחרת",
			Declined: "נשאר כפי שהיה",
			Open:     "עדיין פתוחה",
			Gone:     "אינו עוד בספר",
		},
		Deck: Deck{
			Cards:       Counted{One: "כרטיס אחד", Two: "שני כרטיסים", Other: "{n} כרטיסים"},
			Themes:      "נושאים",
			Blank:       "לרשום כאן",
			Deck:        "{title}: כרטיסים",
			AtAGlance:   "{title}: הכרטיסים במבט אחד",
			Proof:       "{title}: הגהה של כרטיס",
			Calibration: "{title}: כיול",
		},
		Sheets: Sheets{
			Front:      "{sheet} חזית",
			Back:       "{sheet} גב",
			Of:         "{n} מתוך {of}",
			ProofFront: "חזית: {card}",
			ProofBack:  "גב",
			Ruler:      "אורכו של סרגל זה {mm} מ״מ כשהכרטיס בגודלו האמיתי. אם לא, הדפיסו ב־100%.",
			Jig:        "תבנית",
			JigCard:    "כרטיס של {size}",
			JigCut:     "לחתוך לאורך הקווקווים, {mm} מ״מ מחוץ לכרטיס",
		},
		Laminating: hebrewLaminating(),
		Ordering: Ordering{
			Title:    "{title}: כרטיסים עבור {service}",
			Choose:   "בחרו בכרטיס הזה: {card}. בחפיסה {n}.",
			OwnBacks: "תנו לכל כרטיס חזית משלו וגב משלו.",
			UploadPictures: "העלו את החזיתות ({fronts}) לפי סדר המספרים, ואחריהן את הגבים ({backs}) באותו סדר: לחזית ולגב של " +
				"כרטיס יש אותו מספר.",
			UploadFile: "העלו את {file}. יש בו עמוד לכל צד, הגב של כל כרטיס לפני חזיתו.",
			Unscaled:   "אל תניחו לשנות את הגודל: הקבצים בגודלם הנכון, עם {mm} מ״מ מסביב שנחתכים.",
			Finish:     "הנייר, הגימור והקופסה לבחירתכם: הקבצים אותם קבצים.",
			Preview:    "הביטו בכל כרטיס בתצוגה המקדימה, והזמינו חפיסה אחת לפני שתזמינו רבות.",
		},
		Calibrate: hebrewCalibration(),
		Ebook: Ebook{
			Landmarks:    "ציוני דרך",
			Start:        "תחילת הטקסט",
			PrintedPages: "עמודי הספר המודפס",
			Pages:        "עמודים",
			BackToText:   "חזרה לטקסט",
			CoverOf:      "כריכת הספר {title}",
			CoverBy:      ", מאת {names}",
			PrintedBook:  "{title}, הספר המודפס",
			Identifier:   "מזהה הפרסום",
		},
		Access: Accessibility{
			Text:          "אפשר לשנות את גודל הטקסט, את הגופן ואת הצבע, וקורא מסך או צג ברייל קורא אותו לפי הסדר.",
			Ways:          " להתמצאות משמשים {ways}.",
			Contents:      "תוכן עניינים",
			Headings:      "כותרות",
			Indexes:       "מפתחות עם קישורים",
			PageNumbers:   "מספרי העמודים של הספר המודפס",
			NoneDescribed: " לתמונות אין תיאורים.",
			SomeDescribed: " לאחדות מן התמונות אין תיאור.",
			AllDescribed:  " כל תמונה מתוארת במילים.",
			OnlyCover:     " אין תמונות מלבד הכריכה, המתוארת במילים.",
			NoPictures:    " אין תמונות.",
			Tables:        " לעמודות הטבלאות יש שמות.",
			Notes:         " ההערות מקושרות למקומן בטקסט ובחזרה.",
			Still:         " שום דבר אינו זז, מהבהב או משמיע צליל.",
			Statement: Statement{
				Title:       "הצהרת נגישות",
				Reading:     "דרכי קריאה",
				Navigation:  "ניווט",
				Hazards:     "סכנות",
				Conformance: "התאמה לתקן",
				Contact:     "יצירת קשר",
				Meets:       "פרסום זה עומד בדרישות {standard}. מאשר: {name}.",
				Unclaimed:   "איש לא אישר שפרסום זה עומד בתקן נגישות.",
				WriteTo:     "שאלות והערות בנושא נגישות: {address}",
				Made:        "תאריך ההצהרה: {date}",
				Formulas:    " נוסחאות כתובות ב־MathML.",
			},
		},
		Rules:  hebrewRules(),
		Reader: hebrewReader(),
	}
}

func hebrewLaminating() Laminating {
	return Laminating{
		Label:      "למינציה",
		Title:      "איך לחתוך את הכרטיסים ולצפות אותם",
		PlainLabel: "הוראות",
		PlainTitle: "איך להכין את הכרטיסים",
		PrintBothSides: "הדפיסו את עמודים {first} עד {n} משני הצדדים, בגודל אמיתי (100%), כשהמדפסת מכוונת להיפוך לאורך הצלע ה{edge}. החזיקו גיליון מול " +
			"האור: כל גב צריך להימצא בדיוק מאחורי החזית שלו. אם לא, הפקודה octavo cards calibrate מראה בכמה הוא סוטה.",
		PrintOneSide: "הדפיסו את עמודים {first} עד {n} על צד אחד, בגודל אמיתי (100%).",
		LongEdge:     "ארוכה",
		ShortEdge:    "קצרה",
		Cut:          "חתכו לפי סדר המספרים שלהלן, תמיד לכל אורך הגיליון, ושמרו על סדר החלקים. גודלו של כרטיס חתוך הוא {size}.",
		Break:        "הפרידו את הנייר {stock} לאורך הניקוב. גודלו של כרטיס הוא {size}.",
		Fold: "חתכו לפי סדר המספרים שלהלן, ואז קפלו כל חלק לאורך הקו המקווקו, כשהצדדים המודפסים כלפי חוץ, והדקו את " +
			"הקפל.",
		Warm:     "הניחו למכונת הלמינציה להתחמם כנדרש לניילון, והכניסו את הכיס כשהצלע הסגורה שלו קודמת. השאירו אותו שטוח עד שיתקרר.",
		LaySheet: "הכניסו כל גיליון לכיס של {pouch} עד לצלע הסגורה, כך שהניילון יבלוט במידה שווה בשאר הצדדים.",
		OpenEdges: "שולי הכרטיסים האלה פתוחים: הנייר חשוף שם וסופג מים. שמרו עליהם יבשים, או חתכו בפעם הבאה את הכרטיסים תחילה וצפו אותם אחר " +
			"כך (laminate = \"cards\").",
		RoundCorners: "עגלו את הפינות במחורר של כ־{mm} מ״מ, לפני הציפוי.",
		LayOnJig: "הניחו את הכיס הפתוח, {pouch}, על התבנית שבעמוד הבא, וכרטיס על כל אחת ממסגרותיה. בין המסגרות {mm} מ״מ, כך שסביב כל כרטיס " +
			"ניילון נוגע בניילון.",
		CloseOnJig: "סגרו את הכיס בלי להזיז את הכרטיסים, ומשכו את התבנית החוצה.",
		CutDashes:  "חתכו לאורך הקווקווים, {mm} מ״מ מחוץ לכל כרטיס, ולעולם לא בתוך הנייר: כרטיס נשאר אטום רק כשהניילון בולט מכל הצדדים.",
		LayCard:    "הכניסו כל כרטיס לכיס של {pouch} ({name}), כך שהניילון יבלוט במידה שווה מכל הצדדים: {mm} מ״מ בצדדים הצרים.",
		KeepFilm:   "אל תחתכו את הניילון: כרטיס נשאר אטום רק כשהניילון בולט מכל הצדדים. עגלו את פינות הניילון אם הן חדות.",
		TestStock: "הדפיסו את עמוד {first} על נייר רגיל והחזיקו אותו מול האור על גיליון {stock}: כל כרטיס צריך להיות בתוך " +
			"הניקוב שלו.",
		FeedStock:    "הזינו את הגיליונות אחד אחד דרך המגש הידני, ותנו לדיו להתייבש.",
		PunchCorners: "עגלו את הפינות במחורר של כ־{mm} מ״מ.",
		Glue:         "הדביקו את שני החצאים של כל כרטיס, והניחו להם להתייבש תחת משקולת.",
		OpenLines: "בתוכנה {program} קבעו את העמוד ל־{sheet}, פתחו את {svg} (או את {dxf}, אם היא אינה קוראת SVG) ומרכזו את " +
			"הקווים בעמוד. יחד מידתם {size}.",
		TypeMarks: "הפעילו את סימני הרישום בשלוש פינות והקלידו את מה שמודפס: אורך {arm} מ״מ, עובי {thickness} מ״מ, מרחק " +
			"מהשוליים {inset} מ״מ.",
		CutByMachine: "הניחו גיליון על המשטח כשחזיתו למעלה והריבוע השחור למעלה משמאל, ותנו למכונה למצוא את הסימנים. חתכו תחילה " +
			"גיליון נייר רגיל.",
		Upload: "בתוכנה {program} העלו כל תמונה {png} כתמונה שטוחה ל־Print Then Cut וקבעו את גודלה: {size}. המכונה חותכת לאורך " +
			"שוליה.",
		AttachLines: "העלו גם את {svg}, הניחו את הקווים על התמונה, מרכז על מרכז, וחברו את שניהם: המכונה חותכת לאורך הקווים.",
		PrintThere:  "הדפיסו אותה משם על {sheet}, בגודל אמיתי (100%), וחתכו תחילה גיליון נייר רגיל.",
		PrintBacks: "לפני החיתוך הדפיסו את הגב בצד השני: עמוד {first} שייך לתמונה הראשונה, וכן הלאה. הוא נמצא באמצע הגיליון: " +
			"הזיזו לשם את התמונה, והחזיקו את הגיליון הראשון מול האור.",
	}
}

func hebrewCalibration() Calibration {
	return Calibration{
		Front:  "חזית",
		Back:   "גב",
		OnBack: "גב גיליון הכיול. הפכו אותו והחזיקו אותו מול האור.",
		Title:  "האם הגב נמצא בדיוק מאחורי החזית?",
		Print:  []string{"הדפיסו גיליון זה משני הצדדים, כפי שאתם מדפיסים את הכרטיסים:", "בגודל אמיתי (100%), בלי התאמה לעמוד."},
		Hold:   []string{"הצמידו אותו לחלון, כשצד זה פונה אליכם.", "קווי הגב נראים מבעד לנייר."},
		Read: []string{"בכל אחד מארבעת הצדדים מצאו בסרגל הארוך את הקו", "שנמשך ישר בקו של הגב, ורשמו את מספרו.",
			"מקו לקו יש רבע מילימטר. הקו העבה של הגב", "מראה בסרגל הקטן מה יהיה המספר בערך;",
			"אם הוא גדול מ־3, קחו אותו והדפיסו גיליון זה שוב."},
		Type: []string{"הקלידו אותם בשורה אחת, עם סימן מינוס היכן שהוא מופיע:"},
		Shifted: [2]Pattern{"הם נוספים להזזה הקיימת של גב זה: {right} מ״מ ימינה,",
			"{down} מ״מ למטה ו־{degrees} מעלות."},
		Top:      "למעלה",
		Bottom:   "למטה",
		Left:     "שמאל",
		Right:    "ימין",
		Reminder: []string{"מול האור,", "קראו את המספרים", "שבהם הקווים נפגשים:", "x לרוחב, y לגובה."},
	}
}

func hebrewRules() Rules {
	return Rules{
		Clinging: set(`של את על אל עם אם כי או גם לא כל מן בין לפי בלי כמו אך אבל אלא כאשר כדי עד אחרי לפני תחת מול אצל בתוך מתוך אין יש זה זו
			הוא היא כך רק
			אני אתה אנחנו הם הן היה היתה הייתה היו יהיה שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר מאה אלף`),
		Opening:      set(`אם כי או אבל אלא כאשר כדי אשר מי מה איך איפה למה מדוע מתי היכן כיצד שכן ואם וכי ולא ומי ומה`),
		BeforeNumber: set("עמ׳ מס׳ מס' כרך פרק איור טבלה סעיף סע׳ שורה § בית"),
		BeforeName:   set("ד״ר פרופ׳ מר גב׳ הרב רח׳ שד׳ רב׳"),
		AfterNumber: set(`% °C °F מ״מ ס״מ מ׳ ק״מ ק״ג גרם ליטר מ״ל שעות דקות שניות ש״ח ₪ $ € אלף מיליון מיליארד שנה שנים mm cm m km g kg kB MB
			GB TB Hz W V`),
		NoSentenceEnd: set("עמ׳. מס׳. וכו׳. ד.נ. ת.ד. ת.ז. לפנה״ס. Dr. Mr. Mrs. vol. p."),
		Matter: map[string]string{"הקדמה": "preface", "דברי-הקדמה": "preface", "פתיחה": "preface", "פתח-דבר": "foreword", "דבר-המחבר": "preface",
			"מבוא": "introduction", "פרולוג": "prologue", "תודות": "acknowledgments", "דברי-תודה": "acknowledgments", "אפילוג": "epilogue",
			"אחרית-דבר": "afterword", "סוף-דבר": "afterword", "סיכום": "conclusion", "סיום": "conclusion", "נספח": "appendix",
			"נספחים": "appendix", "קולופון": "colophon", "מקורות-התמונות": "credits", "תיקוני-טעויות": "errata"},
		Letters:  "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
		Repeated: set("מאוד לאט כן לא אט יום איש מעט זה"),
		Joining:  set("של את על אל עם או גם מן בין"),
		Stem:     stemBy("ים ות יה ית יים יות ו י ה ת ך כם כן הם הן נו תי תם תן"),
	}
}

func hebrewReader() Reader {
	return Reader{
		Page:     []string{"עמוד", "בעמוד", "עמודים", "עמ׳", "דף"},
		Line:     []string{"שורה", "שורות", "בשורה"},
		On:       []string{"על"},
		Days:     []string{"ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת"},
		HalfDays: []string{"לפנה״צ", "אחה״צ"},
		Columns: Columns{
			Page:    []string{"עמוד", "עמ׳", "מספר עמוד"},
			Line:    []string{"שורה", "מספר שורה"},
			Comment: []string{"הערה", "הערות", "תגובה", "תיקון"},
			Reader:  []string{"קורא", "קוראת", "שם", "מאת"},
			Words:   []string{"מילים", "ציטוט", "טקסט", "קטע", "סימון"},
			New:     []string{"חדש", "להחליף ב", "צריך להיות"},
			File:    []string{"קובץ"},
			Row:     []string{"שורה בקובץ"},
			Date:    []string{"תאריך", "נוצר"},
			Heading: []string{"פרק", "סעיף", "כותרת", "ערך"},
			Book:    []string{"ספר", "שם הספר"},
		},
		Labels: Labels{
			Passage: []string{"סימון", "ציטוט", "טקסט", "קטע"},
			Heading: []string{"פרק", "סעיף"},
			Comment: []string{"הערה", "תגובה", "ההערה שלי"},
		},
		Kindle: Kindle{
			Page:     []string{"עמוד", "בעמוד"},
			Location: []string{"מיקום", "במיקום"},
			Added:    []string{"נוסף ב", "נוסף בתאריך"},
			Note:     []string{"הערה"},
		},
		Excerpts: []string{"קטע מתוך"},
		Anybody:  []string{"משתמש", "אורח", "מנהל", "בעלים", "לא ידוע", "קורא", "קוראת", "אני", "מחבר", "אנונימי"},
	}
}

// hebrewOrdinal returns what follows "פרק" and "חלק": an ordinal number up to the tenth, from there on a cardinal number.
func hebrewOrdinal(n int) string {
	ordinals := strings.Fields("ראשון שני שלישי רביעי חמישי שישי שביעי שמיני תשיעי עשירי")
	ones := strings.Fields("אחד שניים שלושה ארבעה חמישה שישה שבעה שמונה תשעה")
	teens := strings.Fields("אחד שנים שלושה ארבעה חמישה שישה שבעה שמונה תשעה")
	tens := strings.Fields("עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים")
	switch {
	case n < 1 || n > 99:
		return ""
	case n <= 10:
		return ordinals[n-1]
	case n < 20:
		return teens[n-11] + " עשר"
	case n%10 == 0:
		return tens[n/10-2]
	}
	return tens[n/10-2] + " ו" + ones[n%10-1]
}

// hebrewLine returns an ordinal number as it stands in "ליד כל שורה חמישית".
func hebrewLine(n int) string {
	if n > 0 && n <= 10 {
		return strings.Fields("ראשונה שנייה שלישית רביעית חמישית שישית שביעית שמינית תשיעית עשירית")[n-1]
	}
	return strconv.Itoa(n)
}
