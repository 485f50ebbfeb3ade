package lang

import (
	"strconv"
	"strings"
)

// arabic returns the words and rules of Arabic. Its figures are European, as CLDR has them where no country is named.
func arabic() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"”", "“"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"”", "“"}, Inner: Marks{"’", "‘"}}},
		},
		Spacing: Spacing{Dialog: true},
		Numbers: Numbers{
			Thousands: ",",
			Decimal:   ".",
			Word:      func(n int) string { return phrase("الفصل ", arabicOrdinal(n), "") },
			PartWord:  arabicOrdinal,
			Ordinal:   arabicLine,
			Date:      "{day}\u00A0{month} {year}",
			Months:    [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
		},
		Lists: Lists{Comma: "، ", And: " و", Names: " و", Abridged: "{name} وآخرون"},
		Titles: Titles{
			Contents:      "المحتويات",
			ByTheme:       "{entries} حسب الموضوع",
			ByFirstWords:  "{entries} حسب الكلمات الأولى",
			Subjects:      "كشاف الموضوعات",
			Notes:         "الحواشي",
			OtherThemes:   "متفرقات",
			NumberedPart:  "الجزء {n}",
			Untitled:      "بلا عنوان",
			Cover:         "الغلاف",
			TitlePage:     "صفحة العنوان",
			Copyright:     "حقوق النشر",
			Dedication:    "الإهداء",
			Epigraph:      "عتبة",
			Colophon:      "بيانات الطباعة",
			AboutThisCopy: "عن هذه النسخة",
		},
		References: References{
			See:             "انظر",
			Page:            "صفحة\u00A0{n}",
			PageAbbreviated: "ص\u00A0{n}",
			Maxim:           "حكمة\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "الأرقام أرقام ترتيب لا أرقام صفحات ({entries}).",
			HeadingSee:      "انظر",
			HeadingSeeAlso:  "انظر أيضًا",
		},
		Notes: Notes{
			ToPage:  "حواشي الصفحة\u00A0{page}",
			ToPages: "حواشي الصفحات\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "ملاحظة",
			Tip:        "نصيحة",
			Important:  "مهم",
			Warning:    "تحذير",
			Caution:    "تنبيه",
			Example:    "مثال",
			Exercise:   "تمرين",
			Question:   "سؤال",
			Discussion: "للنقاش",
			Summary:    "خلاصة",
		},
		Tables: Tables{
			Continued: "{caption} (تابع)",
			Goes:      "(تابع)",
			Turned:    "الجدول في {page}.",
		},
		Figures: Figures{
			Figure: "الشكل\u00A0{n}", Table: "الجدول\u00A0{n}",
			FigureLabel: "الشكل\u00A0{n}.", TableLabel: "الجدول\u00A0{n}.",
			Figures: "الأشكال", Tables: "الجداول",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "ميم", Plural: "ميمات", Means: "فكرة تستحق أن تُنقل"},
				"metaphor": {Name: "استعارة", Plural: "استعارات", Means: "شيء يُرى في صورة شيء آخر", Line: "{tenor} في صورة {vehicle}"},
			},
			Maxims:     "حِكَم",
			Entries:    "مداخل",
			Themes:     "الموضوعات",
			Audience:   "إلى",
			Card:       "بطاقة: {text}",
			Draft:      "مسودة",
			DraftOnly:  "مسودة: ليست في الكتاب بعد.",
			Drafts:     "مسودات: ",
			DraftFolio: "م{n}",
			Picture:    "[صورة: {alt}]",
		},
		Makers: Makers{
			By: "تأليف {names}",
			Credits: map[string]Pattern{"edt": "تحرير {name}", "ill": "رسوم {name}", "trl": "ترجمة {name}", "aui": "مقدمة بقلم {name}",
				"aft": "خاتمة بقلم {name}", "pht": "تصوير {name}", "art": "رسوم {name}", "win": "مقدمة بقلم {name}", "wpr": "تقديم {name}",
				"bkd": "إخراج {name}", "cov": "تصميم الغلاف {name}", "dsr": "تصميم {name}", "com": "جمع وإعداد {name}"},
			Roles: map[string]string{"aut": "مؤلف", "edt": "محرر", "ill": "رسام", "trl": "مترجم", "aui": "كاتب المقدمة", "pht": "مصور",
				"bkd": "مصمم الكتاب", "nrt": "راوٍ"},
			Contributor: "مشارك",
		},
		Imprint: Imprint{
			ISBN:           "ردمك {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "الأسماء: {text}",
			Title:          "العنوان: {text}",
			Description:    "الوصف: {text}",
			Identifiers:    "المعرّفات: {text}",
			Subjects:       "الموضوعات: {text}",
			Classification: "التصنيف: {text}",
			Typeface:       "صُفّ بخط {name}، برخصة SIL Open Font License.",
			Typefaces:      "صُفّ بالخطوط {names}، برخصة SIL Open Font License.",
			SetIn:          "صُفّ هذا الكتاب بخط {font}",
			DesignedBy:     "، من تصميم {designer}",
			MadeBy:         ". أعدّ octavo السطور والصفحات والكشافات من مخطوط المؤلف.",
		},
		Typescript: Typescript{Length: "نحو {n} كلمة", Chapter: "الفصل {n}"},
		Review: Review{
			Notice:          "نسخة أولية غير مصححة – ليست للبيع",
			Quotations:      "هذه نسخة لم تكتمل مراجعتها. نرجو مقابلة كل اقتباس بالكتاب المطبوع.",
			Unnamed:         "نسخة للمراجعة",
			Front:           "الواجهة",
			Data:            "البيانات",
			Changes:         "التغييرات",
			Title:           "العنوان",
			Author:          "المؤلف",
			Publisher:       "الناشر",
			ISBN:            "ردمك",
			Trim:            "القَطع",
			Pages:           "الصفحات",
			PagesInPrint:    "صفحات المطبوع",
			Price:           "السعر",
			Publication:     "موعد النشر",
			Edition:         "الطبعة",
			Manuscript:      "المخطوط",
			Subjects:        "الموضوعات",
			Contact:         "للتواصل",
			Comments:        "الملاحظات",
			TrimSize:        "{millimetres} مم ({inches} بوصة)",
			InPrint:         "ورقي",
			AsHardcover:     "غلاف مقوّى",
			InPaper:         "غلاف ورقي",
			AsEPUB:          "EPUB",
			ToCome:          "يُعلن لاحقًا",
			State:           "المخطوط {revision} بتاريخ {date}",
			DatedState:      "المخطوط {revision}، {date}",
			BookPages:       "الصفحات وأرقامها هي صفحات الكتاب وأرقامه. ",
			TypescriptPages: "هذه نسخة للتحرير: صفحاتها غير صفحات الكتاب. ",
			NumberedLines: "بجانب كل سطر {nth} من الصفحة رقمه، حتى تحدد الملاحظة موضعها: «صفحة 42، سطر 17». وما يُكتب من ملاحظات في هذا الملف " +
				"بأي قارئ PDF يصل إلى مخطوط المؤلف.",
			EveryLine: "بلا استثناء",
			Number:    "النسخة {n} من {of}",
			For:       "إلى",
			Reader:    "إلى {name}",
			NumberFor: "{copy}، إلى {name}",
			Drafts:    "مسودات: ليست في الكتاب بعد",
			Removed:   "حُذف بعد هذا: {title}",
			TK:        "TK: يُستكمل",
		},
		Changes: Changes{
			Since:           "ما تغيّر منذ {state}",
			LastCopy:        "نسختك السابقة، المخطوط {revision}",
			None:            "لا شيء.",
			New:             "جديد",
			Removed:         "محذوف",
			Moved:           "منقول",
			Changed:         "معدّل",
			In:              "صفحة {n} في المطبوع",
			From:            "من «{chapter}»",
			WordsNew:        Counted{One: "كلمة جديدة", Two: "كلمتان جديدتان", Few: "{n} كلمات جديدة", Many: "{n} كلمة جديدة", Other: "{n} كلمة جديدة"},
			WordsGone:       Counted{One: "حُذفت كلمة", Two: "حُذفت كلمتان", Few: "حُذفت {n} كلمات", Many: "حُذفت {n} كلمة", Other: "حُذفت {n} كلمة"},
			OtherPicture:    "صورة أخرى",
			OtherForm:       "في هيئة أخرى",
			OtherKeys:       "مفاتيح تغيّرت: {keys}",
			CrossReferences: "الإحالات",
		},
		Errata: Errata{
			Title:   "تصويبات",
			Line:    "السطر\u00A0{n}",
			ForRead: "الخطأ {was} والصواب {is}",
			Delete:  "يُحذف {was}",
			Insert:  "يُضاف {is}",
		},
		Trade: Trade{
			Sheet:        "بيانات الكتاب",
			About:        "عن الكتاب",
			AboutAuthor:  "عن المؤلف",
			AboutAuthors: "عن المؤلفين",
			FromTheBook:  "من الكتاب",
			Inside:       "نظرة إلى الداخل",
			Order:        "للطلب",
			Series:       "السلسلة",
			Rights:       "الحقوق",
			Excerpt:      "مقتطف",
			ExcerptOf:    "{title} (مقتطف)",
			IsExcerpt:    "كان هذا مقتطفًا من {title}.",
			WholeBook:    "الكتاب كاملًا",
		},
		Answers: Answers{
			Title:    "ملاحظاتك",
			Thanks:   "شكرًا لك على هذه القراءة المتأنية. هذا ما آلت إليه ملاحظاتك.",
			At:       "الصفحة\u00A0{page}، السطر\u00A0{line}",
			Taken:    "أُخذ بها",
			Changed:  "تغيّر بطريقة أخرى",
			Declined: "بقي كما كان",
			Open:     "لم يُبتّ فيها بعد",
			Gone:     "لم يعد في الكتاب",
		},
		Deck: Deck{
			Cards:       Counted{One: "بطاقة واحدة", Two: "بطاقتان", Few: "{n} بطاقات", Many: "{n} بطاقة", Other: "{n} بطاقة"},
			Themes:      "الموضوعات",
			Blank:       "اكتب هنا",
			Deck:        "{title}: بطاقات",
			AtAGlance:   "{title}: البطاقات في لمحة",
			Proof:       "{title}: تجربة بطاقة",
			Calibration: "{title}: معايرة",
		},
		Sheets: Sheets{
			Front:      "{sheet} وجه",
			Back:       "{sheet} ظهر",
			Of:         "{n} من {of}",
			ProofFront: "وجه: {card}",
			ProofBack:  "ظهر",
			Ruler:      "طول هذه المسطرة {mm} مم إذا كانت البطاقة بحجمها الحقيقي. وإلا فاطبع بنسبة 100%.",
			Jig:        "قالب",
			JigCard:    "بطاقة {size}",
			JigCut:     "اقطع على الخط المتقطع، على بعد {mm} مم إلى الخارج",
		},
		Laminating: arabicLaminating(),
		Ordering: Ordering{
			Title:    "{title}: بطاقات لأجل {service}",
			Choose:   "اختر هذه البطاقة: {card}. في المجموعة {n}.",
			OwnBacks: "اجعل لكل بطاقة وجهًا وظهرًا خاصين بها.",
			UploadPictures: "ارفع الوجوه ({fronts}) بترتيب أرقامها، ثم الظهور ({backs}) بالترتيب نفسه: لوجه البطاقة وظهرها رقم " +
				"واحد.",
			UploadFile: "ارفع {file}. فيه صفحة لكل وجه، وظهر كل بطاقة قبل وجهها.",
			Unscaled:   "لا تدع شيئًا يُغيَّر حجمه: للملفات مقاسها، وحولها {mm} مم تُقص.",
			Finish:     "الورق والتشطيب والعلبة لك أن تختارها: الملفات هي نفسها.",
			Preview:    "انظر إلى كل بطاقة في المعاينة، واطلب مجموعة واحدة قبل أن تطلب الكثير.",
		},
		Calibrate: arabicCalibration(),
		Ebook: Ebook{
			Landmarks:    "معالم الكتاب",
			Start:        "بداية النص",
			PrintedPages: "صفحات الكتاب المطبوع",
			Pages:        "الصفحات",
			BackToText:   "العودة إلى النص",
			CoverOf:      "غلاف {title}",
			CoverBy:      "، تأليف {names}",
			PrintedBook:  "{title}، الكتاب المطبوع",
			Identifier:   "معرّف النشر",
		},
		Access: Accessibility{
			Text:          "يمكن تغيير حجم النص وخطه ولونه، ويقرؤه قارئ الشاشة أو سطر برايل بترتيبه.",
			Ways:          " ويعين على التنقل فيه {ways}.",
			Contents:      "قائمة المحتويات",
			Headings:      "العناوين",
			Indexes:       "الكشافات ذات الروابط",
			PageNumbers:   "أرقام صفحات الكتاب المطبوع",
			NoneDescribed: " ليس لصوره أوصاف.",
			SomeDescribed: " بعض صوره بلا وصف.",
			AllDescribed:  " كل صورة فيه موصوفة بالكلمات.",
			OnlyCover:     " ليس فيه من الصور إلا الغلاف، وهو موصوف بالكلمات.",
			NoPictures:    " ليس فيه صور.",
			Tables:        " لأعمدة الجداول أسماء.",
			Notes:         " الحواشي مرتبطة بمواضعها في النص ذهابًا وإيابًا.",
			Still:         " لا شيء فيه يتحرك أو يومض أو يُصدر صوتًا.",
			Statement: Statement{
				Title:       "بيان إمكانية الوصول",
				Reading:     "أساليب القراءة",
				Navigation:  "التنقل",
				Hazards:     "المخاطر",
				Conformance: "المطابقة",
				Contact:     "للتواصل",
				Meets:       "يستوفي هذا المنشور {standard}. جهة التصديق: {name}.",
				Unclaimed:   "لم يصدّق أحد على أن هذا المنشور يستوفي معيارًا لإمكانية الوصول.",
				WriteTo:     "أسئلة وملاحظات عن إمكانية الوصول: {address}",
				Made:        "تاريخ هذا البيان: {date}",
				Formulas:    " والصيغ الرياضية مكتوبة بلغة MathML.",
			},
		},
		Rules:  arabicRules(),
		Reader: arabicReader(),
	}
}

func arabicLaminating() Laminating {
	return Laminating{
		Label:      "التغليف",
		Title:      "كيف تُقص البطاقات وتُغلّف",
		PlainLabel: "إرشادات",
		PlainTitle: "كيف تُصنع البطاقات",
		PrintBothSides: "اطبع الصفحات من {first} إلى {n} على الوجهين بالحجم الحقيقي (100%)، واضبط الطابعة على القلب من الحافة {edge}. ارفع ورقة إلى الضوء: " +
			"يجب أن يقع كل ظهر خلف وجهه تمامًا. فإن لم يكن كذلك فالأمر octavo cards calibrate يبيّن مقدار الانحراف.",
		PrintOneSide: "اطبع الصفحات من {first} إلى {n} على وجه واحد بالحجم الحقيقي (100%).",
		LongEdge:     "الطويلة",
		ShortEdge:    "القصيرة",
		Cut:          "اقطع بترتيب الأرقام أدناه، والورقة كلها في كل مرة، واحفظ القطع بترتيبها. مقاس البطاقة المقصوصة {size}.",
		Break:        "افصل ورق {stock} عند التثقيب. مقاس البطاقة {size}.",
		Fold:         "اقطع بترتيب الأرقام أدناه، ثم اطوِ كل قطعة على الخط المتقطع والوجهان المطبوعان إلى الخارج، واضغط الطية.",
		Warm:         "دع آلة التغليف تسخن إلى الحد الذي يتطلبه الغلاف، وأدخل الجيب من حافته المغلقة. اتركه مسطحًا حتى يبرد.",
		LaySheet:     "ضع كل ورقة في جيب مقاسه {pouch} ملاصقةً لحافته المغلقة، على أن يبرز الغلاف بالتساوي من سائر الجوانب.",
		OpenEdges: "حواف هذه البطاقات مفتوحة: الورق فيها مكشوف ويمتص الماء. احفظها جافة، أو اقطع البطاقات أولًا في المرة القادمة ثم غلّفها " +
			"(laminate = \"cards\").",
		RoundCorners: "دوّر الزوايا بقطّاعة نصف قطرها نحو {mm} مم قبل وضع الغلاف.",
		LayOnJig: "ضع الجيب المفتوح ({pouch}) على القالب الذي في الصفحة التالية، وبطاقةً على كل إطار من إطاراته. بين الإطارات {mm} مم، فيلتقي " +
			"الغلاف بالغلاف حول كل بطاقة.",
		CloseOnJig:   "أغلق الجيب من غير أن تتحرك البطاقات، واسحب القالب.",
		CutDashes:    "اقطع على الخطوط المتقطعة، على بعد {mm} مم خارج كل بطاقة، ولا تقطع في ورقها أبدًا: تبقى البطاقة محكمة ما دام الغلاف بارزًا من كل جانب.",
		LayCard:      "ضع كل بطاقة في جيب مقاسه {pouch} ({name}) على أن يبرز الغلاف بالتساوي من كل جانب: {mm} مم في الجانبين الأضيق.",
		KeepFilm:     "لا تقطع في الغلاف: تبقى البطاقة محكمة ما دام بارزًا من كل جانب. دوّر زواياه إن كانت حادة.",
		TestStock:    "اطبع الصفحة {first} على ورق عادي وارفعها أمام الضوء فوق ورقة {stock}: يجب أن تقع كل بطاقة داخل تثقيبها.",
		FeedStock:    "لقّم الأوراق واحدة واحدة من الدرج اليدوي، ودع الحبر يجف.",
		PunchCorners: "دوّر الزوايا بقطّاعة نصف قطرها نحو {mm} مم.",
		Glue:         "ألصق نصفي كل بطاقة ودعهما يجفان تحت ثقل.",
		OpenLines: "في {program} اضبط الصفحة على {sheet}، وافتح {svg} (أو {dxf} إن كان لا يقرأ SVG)، واجعل الخطوط في وسط " +
			"الصفحة. مقاسها جميعًا {size}.",
		TypeMarks: "شغّل علامات التسجيل في ثلاث زوايا واكتب المطبوع: الطول {arm} مم، السماكة {thickness} مم، البعد عن الحافة " +
			"{inset} مم.",
		CutByMachine: "ضع ورقة على الحصيرة ووجهها إلى أعلى والمربع الأسود في أعلى اليسار، ودع الآلة تجد العلامات. اقطع أولًا " +
			"ورقة عادية.",
		Upload:      "في {program} ارفع كل صورة {png} صورةً مسطحة لأجل Print Then Cut واضبط مقاسها: {size}. تقطع الآلة على حوافها.",
		AttachLines: "ارفع أيضًا {svg}، وضع الخطوط على الصورة مركزًا على مركز، وأرفق أحدهما بالآخر: تقطع الآلة على الخطوط.",
		PrintThere:  "اطبعها من هناك على {sheet} بالحجم الحقيقي (100%)، واقطع أولًا ورقة عادية.",
		PrintBacks: "قبل القطع اطبع الظهر على الوجه الآخر: الصفحة {first} للصورة الأولى وهكذا. مكانه وسط الورقة: انقل الصورة " +
			"إليه، وارفع الورقة الأولى أمام الضوء.",
	}
}

func arabicCalibration() Calibration {
	return Calibration{
		Front:  "الوجه",
		Back:   "الظهر",
		OnBack: "ظهر ورقة المعايرة. اقلبها وارفعها إلى الضوء.",
		Title:  "هل تقع الظهور خلف الوجوه؟",
		Print:  []string{"اطبع هذه الورقة على الوجهين كما تطبع بطاقاتك:", "بالحجم الحقيقي (100%)، من غير ملاءمة للصفحة."},
		Hold:   []string{"ألصقها بنافذة وهذا الجانب نحوك.", "تظهر خطوط الظهر من خلالها."},
		Read: []string{"في كل جانب من الجوانب الأربعة ابحث في المقياس الطويل عن الخط", "الذي يمتد مستقيمًا في خط من الظهر، واكتب رقمه.",
			"بين كل خط وخط ربع مليمتر. والخط الغليظ في الظهر", "يدل على المسطرة الصغيرة كم سيكون الرقم تقريبًا؛",
			"فإن زاد على 3 فخذه، ثم اطبع هذه الورقة مرة أخرى."},
		Type:     []string{"اكتبها في سطر واحد، مع علامة الناقص حيث توجد:"},
		Shifted:  [2]Pattern{"تُضاف إلى إزاحة هذا الظهر الحالية: {right} مم إلى اليمين،", "و{down} مم إلى الأسفل، و{degrees} درجة."},
		Top:      "أعلى",
		Bottom:   "أسفل",
		Left:     "يسار",
		Right:    "يمين",
		Reminder: []string{"أمام الضوء،", "اقرأ الأرقام", "حيث تلتقي الخطوط:", "x أفقي، y عمودي."},
	}
}

func arabicRules() Rules {
	return Rules{
		Clinging: set(`في من إلى على عن مع أو أم ثم لا لم لن ما إن أن إذا لو قد بل حتى كل بعض بين عند قبل بعد تحت فوق دون غير منذ حول هذا هذه ذلك تلك
			الذي التي كي لكن يا
			أنا أنت هو هي نحن هم كان كانت يكون ليس ليست ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مائة ألف`),
		Opening:      set(`أو أم ثم إن أن إذا لو بل حتى لكن الذي التي الذين من ما ماذا كيف أين متى لماذا كي حيث حين عندما بينما لأن`),
		BeforeNumber: set("ص صص ج مج ط ع صفحة الفصل الجزء الشكل الجدول المادة سطر رقم §"),
		BeforeName:   set("د. أ. م. أ.د. السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة الشيخ"),
		AfterNumber: set(`% ٪ مم سم م كم غ كغ ل مل ساعة دقيقة ثانية دولار يورو جنيه درهم دينار ريال ليرة ألف مليون مليار هـ م ق.م سنة عامًا mm cm km kg kB MB
			GB TB Hz W V $ €`),
		NoSentenceEnd: set("د. أ. م. أ.د. ص. ج. ط. إلخ. ق.م. ص.ب. ت. هـ. Dr. Mr. vol. p."),
		Matter: map[string]string{"مقدمة": "introduction", "المقدمة": "introduction", "تمهيد": "preface", "توطئة": "preface", "تقديم": "foreword",
			"تصدير": "foreword", "مدخل": "introduction", "استهلال": "prologue", "شكر-وتقدير": "acknowledgments", "شكر": "acknowledgments",
			"خاتمة": "conclusion", "الخاتمة": "conclusion", "تذييل": "afterword", "ملحق": "appendix", "الملاحق": "appendix", "ملاحق": "appendix",
			"بيانات-الطباعة": "colophon", "مصادر-الصور": "credits", "تصويبات": "errata"},
		Letters:  "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
		Repeated: set("جدًا شيئًا رويدًا نعم لا يومًا مرة دكًا صفًا"),
		Joining:  set("في من إلى على عن مع أو ثم بين"),
		Stem:     stemBy("ون ين ان ات ة ه ها هم هن ك كم نا ي ية يات وا تم ته تها"),
	}
}

func arabicReader() Reader {
	return Reader{
		Page:     []string{"صفحة", "الصفحة", "ص"},
		Line:     []string{"سطر", "السطر", "س"},
		On:       []string{"في"},
		Days:     []string{"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"},
		HalfDays: []string{"ص", "م"},
		Columns: Columns{
			Page:    []string{"صفحة", "الصفحة", "ص", "رقم الصفحة"},
			Line:    []string{"سطر", "السطر", "رقم السطر"},
			Comment: []string{"تعليق", "تعليقات", "ملاحظة", "ملاحظات", "تصويب", "تصحيح"},
			Reader:  []string{"قارئ", "القارئ", "الاسم", "من"},
			Words:   []string{"كلمات", "اقتباس", "نص", "النص", "تمييز", "مقطع"},
			New:     []string{"جديد", "البديل", "الصواب"},
			File:    []string{"ملف"},
			Row:     []string{"سطر الملف"},
			Date:    []string{"تاريخ", "التاريخ"},
			Heading: []string{"فصل", "الفصل", "قسم", "مدخل"},
			Book:    []string{"كتاب", "الكتاب", "عنوان", "العنوان"},
		},
		Labels: Labels{
			Passage: []string{"تمييز", "اقتباس", "نص", "مقطع"},
			Heading: []string{"فصل", "الفصل", "قسم"},
			Comment: []string{"ملاحظة", "تعليق", "ملاحظتي"},
		},
		Kindle: Kindle{
			Page:     []string{"صفحة", "الصفحة"},
			Location: []string{"الموقع", "موقع"},
			Added:    []string{"تمت الإضافة في", "أضيف في"},
			Note:     []string{"ملاحظة"},
		},
		Excerpts: []string{"مقتطف من"},
		Anybody:  []string{"مستخدم", "ضيف", "مدير", "مالك", "مجهول", "غير معروف", "قارئ", "أنا", "المؤلف"},
	}
}

// arabicOrdinal returns an ordinal number that agrees with "الفصل" and "الجزء".
func arabicOrdinal(n int) string {
	first := strings.Fields("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
	tens := strings.Fields("العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون")
	unit := func(n int) string {
		if n == 1 {
			return "الحادي"
		}
		return first[n-1]
	}
	switch {
	case n < 1 || n > 99:
		return ""
	case n <= 10:
		return first[n-1]
	case n < 20:
		return unit(n-10) + " عشر"
	case n%10 == 0:
		return tens[n/10-2]
	}
	return unit(n%10) + " و" + tens[n/10-2]
}

// arabicLine returns an ordinal number as it stands in "كل سطر خامس".
func arabicLine(n int) string {
	if n > 0 && n <= 10 {
		return strings.Fields("أول ثانٍ ثالث رابع خامس سادس سابع ثامن تاسع عاشر")[n-1]
	}
	return strconv.Itoa(n)
}
