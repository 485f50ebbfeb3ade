package lang

//lint:file-ignore ST1018 Persian parts its words with U+200C; escapes would make them unreadable.

import (
	"strconv"
	"strings"
)

// persian returns the words and rules of Persian.
func persian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"‹", "›"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"”", "“"}, Inner: Marks{"’", "‘"}}},
		},
		Spacing: Spacing{Dialog: true},
		Numbers: Numbers{
			Thousands: "٬",
			Decimal:   "٫",
			Digits:    "۰۱۲۳۴۵۶۷۸۹",
			Word:      func(n int) string { return phrase("فصل ", persianOrdinal(n), "") },
			PartWord:  persianOrdinal,
			Ordinal:   persianLine,
			Date:      "{day}\u00A0{month} {year}",
			Months: [12]string{"ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر",
				"دسامبر"},
		},
		Lists: Lists{Comma: "، ", And: " و ", Names: " و ", Abridged: "{name} و دیگران"},
		Titles: Titles{
			Contents:      "فهرست مطالب",
			ByTheme:       "{entries} به ترتیب موضوع",
			ByFirstWords:  "{entries} به ترتیب واژه‌های نخست",
			Subjects:      "نمایه",
			Notes:         "یادداشت‌ها",
			OtherThemes:   "گوناگون",
			NumberedPart:  "بخش {n}",
			Untitled:      "بی‌عنوان",
			Cover:         "جلد",
			TitlePage:     "صفحهٔ عنوان",
			Copyright:     "شناسنامهٔ کتاب",
			Dedication:    "تقدیم‌نامه",
			Epigraph:      "سرلوحه",
			Colophon:      "انجامه",
			AboutThisCopy: "دربارهٔ این نسخه",
		},
		References: References{
			See:             "نک.",
			Page:            "صفحهٔ\u00A0{n}",
			PageAbbreviated: "ص\u00A0{n}",
			Maxim:           "گزین‌گویهٔ\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "عددها شمارهٔ صفحه نیستند، شمارهٔ ترتیب‌اند ({entries}).",
			HeadingSee:      "نک.",
			HeadingSeeAlso:  "نیز نک.",
		},
		Notes: Notes{
			ToPage:  "یادداشت‌های صفحهٔ\u00A0{page}",
			ToPages: "یادداشت‌های صفحه‌های\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "یادداشت",
			Tip:        "راهنمایی",
			Important:  "مهم",
			Warning:    "هشدار",
			Caution:    "احتیاط",
			Example:    "مثال",
			Exercise:   "تمرین",
			Question:   "پرسش",
			Discussion: "برای گفت‌وگو",
			Summary:    "چکیده",
		},
		Tables: Tables{
			Continued: "{caption} (ادامه)",
			Goes:      "(ادامه)",
			Turned:    "جدول در {page} آمده است.",
		},
		Figures: Figures{
			Figure: "شکل\u00A0{n}", Table: "جدول\u00A0{n}",
			FigureLabel: "شکل\u00A0{n}.", TableLabel: "جدول\u00A0{n}.",
			Figures: "شکل‌ها", Tables: "جدول‌ها",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "میم", Plural: "میم‌ها", Means: "اندیشه‌ای که به دیگری می‌سپارید"},
				"metaphor": {Name: "استعاره", Plural: "استعاره‌ها", Means: "چیزی که چون چیز دیگر دیده شود", Line: "{tenor} به‌مثابهٔ {vehicle}"},
			},
			Maxims:     "گزین‌گویه‌ها",
			Entries:    "مدخل‌ها",
			Themes:     "موضوع‌ها",
			Audience:   "برای",
			Card:       "کارت: {text}",
			Draft:      "پیش‌نویس",
			DraftOnly:  "پیش‌نویس: هنوز در کتاب نیست.",
			Drafts:     "پیش‌نویس‌ها: ",
			DraftFolio: "پ{n}",
			Picture:    "[تصویر: {alt}]",
		},
		Makers: Makers{
			By: "نوشتهٔ {names}",
			Credits: map[string]Pattern{"edt": "ویراستهٔ {name}", "ill": "تصویرگر: {name}", "trl": "ترجمهٔ {name}", "aui": "مقدمهٔ {name}",
				"aft": "پس‌گفتار {name}", "pht": "عکس‌های {name}", "art": "نقاشی‌های {name}", "win": "مقدمهٔ {name}", "wpr": "پیش‌گفتار {name}",
				"bkd": "طراح کتاب: {name}", "cov": "طراح جلد: {name}", "dsr": "طراح: {name}", "com": "گردآورنده: {name}"},
			Roles: map[string]string{"aut": "نویسنده", "edt": "ویراستار", "ill": "تصویرگر", "trl": "مترجم", "aui": "نویسندهٔ مقدمه",
				"pht": "عکاس", "bkd": "طراح کتاب", "nrt": "گوینده"},
			Contributor: "همکار",
		},
		Imprint: Imprint{
			ISBN:           "شابک {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "نام‌ها: {text}",
			Title:          "عنوان: {text}",
			Description:    "شرح: {text}",
			Identifiers:    "شناسه‌ها: {text}",
			Subjects:       "موضوع‌ها: {text}",
			Classification: "رده‌بندی: {text}",
			Typeface:       "حروف‌چینی با قلم {name}، با پروانهٔ SIL Open Font License.",
			Typefaces:      "حروف‌چینی با قلم‌های {names}، با پروانهٔ SIL Open Font License.",
			SetIn:          "حروف‌چینی با قلم {font}",
			DesignedBy:     "، طراحی {designer}",
			MadeBy:         ". سطرها، صفحه‌ها و نمایه‌ها را octavo از دست‌نوشتهٔ نویسنده ساخته است.",
		},
		Typescript: Typescript{Length: "حدود {n} واژه", Chapter: "فصل {n}"},
		Review: Review{
			Notice:          "نسخهٔ پیش از چاپ، نمونه‌خوانی‌نشده – غیرقابل فروش",
			Quotations:      "این متن هنوز نمونه‌خوانی نشده است. لطفاً همهٔ نقل‌قول‌ها را با کتاب چاپ‌شده مقابله کنید.",
			Unnamed:         "نسخهٔ ویژهٔ نقد",
			Front:           "آغاز",
			Data:            "مشخصات",
			Changes:         "تغییرات",
			Title:           "عنوان",
			Author:          "نویسنده",
			Publisher:       "ناشر",
			ISBN:            "شابک",
			Trim:            "قطع",
			Pages:           "صفحه‌ها",
			PagesInPrint:    "صفحه‌های چاپی",
			Price:           "بها",
			Publication:     "تاریخ انتشار",
			Edition:         "ویراست",
			Manuscript:      "دست‌نوشته",
			Subjects:        "موضوع‌ها",
			Contact:         "تماس",
			Comments:        "نظرها",
			TrimSize:        "{millimetres} م‌م ({inches} اینچ)",
			InPrint:         "چاپی",
			AsHardcover:     "جلد سخت",
			InPaper:         "جلد نرم",
			AsEPUB:          "EPUB",
			ToCome:          "بعداً اعلام می‌شود",
			State:           "دست‌نوشتهٔ {revision}، {date}",
			DatedState:      "دست‌نوشتهٔ {revision}، {date}",
			BookPages:       "صفحه‌ها و شماره‌هایشان همان‌های کتاب‌اند. ",
			TypescriptPages: "این نسخه برای ویرایش است: صفحه‌هایش صفحه‌های کتاب نیستند. ",
			NumberedLines: "شمارهٔ هر سطرِ {nth} در کنار آن آمده است تا هر نظر جای خود را بگوید: «صفحهٔ 42، سطر 17». یادداشت‌هایی که با هر " +
				"برنامهٔ PDF در این فایل نوشته شوند به دست‌نوشتهٔ نویسنده می‌رسند.",
			EveryLine: "صفحه",
			Number:    "نسخهٔ {n} از {of}",
			For:       "برای",
			Reader:    "برای {name}",
			NumberFor: "{copy}، برای {name}",
			Drafts:    "پیش‌نویس‌ها: هنوز در کتاب نیست",
			Removed:   "پس از این حذف شد: {title}",
			TK:        "TK: تکمیل می‌شود",
		},
		Changes: Changes{
			Since:           "آنچه تغییر کرده است از زمان {state}",
			LastCopy:        "نسخهٔ پیشین شما، دست‌نوشتهٔ {revision}",
			None:            "هیچ.",
			New:             "تازه",
			Removed:         "حذف‌شده",
			Moved:           "جابه‌جا",
			Changed:         "تغییریافته",
			In:              "صفحهٔ {n} در چاپ",
			From:            "از «{chapter}»",
			WordsNew:        Counted{Other: "{n} واژهٔ تازه"},
			WordsGone:       Counted{Other: "{n} واژه حذف شد"},
			OtherPicture:    "تصویری دیگر",
			OtherForm:       "به شکلی دیگر",
			OtherKeys:       "کلیدهای تغییریافته: {keys}",
			CrossReferences: "ارجاع‌ها",
		},
		Errata: Errata{
			Title:   "غلط\u200Cنامه",
			Line:    "سطر\u00A0{n}",
			ForRead: "به جای {was} بخوانید {is}",
			Delete:  "{was} حذف شود",
			Insert:  "{is} افزوده شود",
		},
		Trade: Trade{
			Sheet:        "مشخصات کتاب",
			About:        "دربارهٔ کتاب",
			AboutAuthor:  "دربارهٔ نویسنده",
			AboutAuthors: "دربارهٔ نویسندگان",
			FromTheBook:  "از کتاب",
			Inside:       "نگاهی به درون",
			Order:        "سفارش",
			Series:       "مجموعه",
			Rights:       "حقوق",
			Excerpt:      "گزیده",
			ExcerptOf:    "{title} (گزیده)",
			IsExcerpt:    "این گزیده‌ای از {title} بود.",
			WholeBook:    "کتاب کامل",
		},
		Answers: Answers{
			Title:    "یادداشت‌های شما",
			Thanks:   "از خواندن چنین دقیق شما سپاسگزاریم. سرانجام یادداشت‌های شما این است.",
			At:       "صفحهٔ\u00A0{page}، سطر\u00A0{line}",
			Taken:    "پذیرفته شد",
			Changed:  "به شکل دیگری تغییر کرد",
			Declined: "همان‌گونه ماند",
			Open:     "هنوز باز است",
			Gone:     "دیگر در کتاب نیست",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} کارت"},
			Themes:      "موضوع‌ها",
			Blank:       "این را بنویسید",
			Deck:        "{title}: کارت‌ها",
			AtAGlance:   "{title}: کارت‌ها در یک نگاه",
			Proof:       "{title}: نمونهٔ یک کارت",
			Calibration: "{title}: تنظیم چاپ",
		},
		Sheets: Sheets{
			Front:      "{sheet} رو",
			Back:       "{sheet} پشت",
			Of:         "{n} از {of}",
			ProofFront: "رو: {card}",
			ProofBack:  "پشت",
			Ruler:      "اگر کارت به اندازهٔ واقعی باشد، طول این خط‌کش {mm} م‌م است. اگر نیست، با 100٪ چاپ کنید.",
			Jig:        "شابلون",
			JigCard:    "کارت {size}",
			JigCut:     "از روی خط‌چین ببُرید، {mm} م‌م بیرون‌تر",
		},
		Laminating: persianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: کارت‌ها برای {service}",
			Choose:   "این کارت را برگزینید: {card}. دسته {n} دارد.",
			OwnBacks: "به هر کارت رو و پشت خودش را بدهید.",
			UploadPictures: "روها ({fronts}) را به ترتیب شماره و سپس پشت‌ها ({backs}) را به همان ترتیب بارگذاری کنید: رو و پشت " +
				"هر کارت یک شماره دارند.",
			UploadFile: "{file} را بارگذاری کنید. برای هر رو یک صفحه دارد، پشت هر کارت پیش از روی آن.",
			Unscaled:   "نگذارید چیزی بزرگ یا کوچک شود: پرونده‌ها اندازهٔ خود را دارند، با {mm} م‌م گرداگرد که بریده می‌شود.",
			Finish:     "کاغذ، پرداخت و جعبه به انتخاب شماست: پرونده‌ها همان است.",
			Preview:    "هر کارت را در پیش‌نمایش ببینید و پیش از سفارش بسیار، یک دسته سفارش دهید.",
		},
		Calibrate: persianCalibration(),
		Ebook: Ebook{
			Landmarks:    "نشانه‌های کتاب",
			Start:        "آغاز متن",
			PrintedPages: "صفحه‌های کتاب چاپی",
			Pages:        "صفحه‌ها",
			BackToText:   "بازگشت به متن",
			CoverOf:      "جلد {title}",
			CoverBy:      "، نوشتهٔ {names}",
			PrintedBook:  "{title}، کتاب چاپی",
			Identifier:   "شناسهٔ انتشار",
		},
		Access: Accessibility{
			Text:          "اندازه، قلم و رنگ متن را می‌توان تغییر داد و صفحه‌خوان یا نمایشگر بریل آن را به ترتیب می‌خواند.",
			Ways:          " راه‌های پیدا کردن مطلب: {ways}.",
			Contents:      "فهرست مطالب",
			Headings:      "عنوان‌ها",
			Indexes:       "نمایه‌های پیونددار",
			PageNumbers:   "شمارهٔ صفحه‌های کتاب چاپی",
			NoneDescribed: " تصویرها توضیح ندارند.",
			SomeDescribed: " بعضی از تصویرها توضیح ندارند.",
			AllDescribed:  " هر تصویر با واژه‌ها توصیف شده است.",
			OnlyCover:     " جز جلد، که با واژه‌ها توصیف شده، تصویری ندارد.",
			NoPictures:    " تصویری ندارد.",
			Tables:        " ستون‌های جدول‌ها نام دارند.",
			Notes:         " یادداشت‌ها به جای خود در متن پیوند دارند و برعکس.",
			Still:         " هیچ چیز در آن حرکت نمی‌کند، چشمک نمی‌زند و صدا ندارد.",
			Statement: Statement{
				Title:       "بیانیهٔ دسترس‌پذیری",
				Reading:     "شیوه‌های خواندن",
				Navigation:  "پیمایش",
				Hazards:     "خطرها",
				Conformance: "انطباق",
				Contact:     "تماس",
				Meets:       "این نشر با {standard} منطبق است. گواهی‌دهنده: {name}.",
				Unclaimed:   "کسی گواهی نکرده است که این نشر با استانداردی برای دسترس‌پذیری منطبق باشد.",
				WriteTo:     "پرسش‌ها و نظرها دربارهٔ دسترس‌پذیری: {address}",
				Made:        "تاریخ این بیانیه: {date}",
				Formulas:    " فرمول‌ها به صورت MathML آمده‌اند.",
			},
		},
		Rules:  persianRules(),
		Reader: persianReader(),
	}
}

func persianLaminating() Laminating {
	return Laminating{
		Label:      "روکش کردن",
		Title:      "چگونه کارت‌ها را ببُریم و روکش کنیم",
		PlainLabel: "راهنما",
		PlainTitle: "چگونه کارت‌ها را بسازیم",
		PrintBothSides: "صفحه‌های {first} تا {n} را دورو و به اندازهٔ واقعی (100٪) چاپ کنید و چاپگر را روی برگرداندن از لبهٔ {edge} بگذارید. برگه را جلو نور " +
			"بگیرید: هر پشت باید درست پشت روی خود باشد. اگر نیست، دستور octavo cards calibrate نشان می‌دهد چه اندازه جابه‌جاست.",
		PrintOneSide: "صفحه‌های {first} تا {n} را یک‌رو و به اندازهٔ واقعی (100٪) چاپ کنید.",
		LongEdge:     "بلند",
		ShortEdge:    "کوتاه",
		Cut:          "به ترتیب شماره‌های زیر ببُرید، هر بار سراسر برگه را، و ترتیب تکه‌ها را نگه دارید. کارت بریده {size} است.",
		Break:        "کاغذ {stock} را از خط سوراخ‌ها جدا کنید. کارت {size} است.",
		Fold:         "به ترتیب شماره‌های زیر ببُرید، سپس هر تکه را از روی خط‌چین چنان تا کنید که روهای چاپی بیرون بمانند و تا را صاف کنید.",
		Warm:         "بگذارید دستگاه به گرمایی برسد که روکش می‌خواهد و کیسه را از لبهٔ بسته وارد کنید. بگذارید صاف بماند تا سرد شود.",
		LaySheet:     "هر برگه را در کیسه‌ای {pouch} تا لبهٔ بسته فرو ببرید، چنان که روکش از لبه‌های دیگر یکسان بیرون بماند.",
		OpenEdges: "لبه‌های این کارت‌ها باز است: کاغذ آنجا پیداست و آب می‌کشد. خشک نگهشان دارید یا بار دیگر نخست کارت‌ها را ببُرید و سپس روکش کنید " +
			"(laminate = \"cards\").",
		RoundCorners: "پیش از روکش، گوشه‌ها را با گوشه‌زنی حدود {mm} م‌م گرد کنید.",
		LayOnJig: "کیسهٔ باز {pouch} را روی شابلون صفحهٔ بعد بگذارید و روی هر قاب آن یک کارت. میان قاب‌ها {mm} م‌م است تا گرداگرد هر کارت روکش به روکش " +
			"برسد.",
		CloseOnJig: "کیسه را بی‌آنکه کارت‌ها جابه‌جا شوند ببندید و شابلون را بیرون بکشید.",
		CutDashes:  "از روی خط‌چین ببُرید، {mm} م‌م بیرون از هر کارت، و هرگز به کاغذ نزنید: کارت تا وقتی بسته می‌ماند که روکش از همه سو بیرون باشد.",
		LayCard:    "هر کارت را در کیسه‌ای {pouch} ({name}) بگذارید تا روکش از همه سو یکسان بیرون بماند: {mm} م‌م در لبه‌های باریک‌تر.",
		KeepFilm:   "روکش را نبُرید: کارت تا وقتی بسته می‌ماند که روکش از همه سو بیرون باشد. اگر گوشه‌هایش تیز است گردشان کنید.",
		TestStock: "صفحهٔ {first} را روی کاغذ معمولی چاپ کنید و جلو نور روی برگهٔ {stock} بگیرید: هر کارت باید درون سوراخ‌های " +
			"خود باشد.",
		FeedStock:    "برگه‌ها را یکی‌یکی از سینی دستی بدهید و بگذارید جوهر خشک شود.",
		PunchCorners: "گوشه‌ها را با گوشه‌زنی حدود {mm} م‌م گرد کنید.",
		Glue:         "دو نیمهٔ هر کارت را به هم بچسبانید و بگذارید زیر وزنه خشک شوند.",
		OpenLines: "در {program} صفحه را روی {sheet} بگذارید، {svg} (یا {dxf}، اگر SVG نمی‌خواند) را باز کنید و خط‌ها را وسط " +
			"صفحه بیاورید. همه با هم {size} هستند.",
		TypeMarks: "نشانه‌های تنظیم سه گوشه را روشن کنید و آنچه چاپ شده است بنویسید: درازا {arm} م‌م، ستبرا {thickness} م‌م، " +
			"فاصله از لبه {inset} م‌م.",
		CutByMachine: "برگه را رو به بالا و با مربع سیاه در بالا و چپ روی زیره بگذارید و بگذارید دستگاه نشانه‌ها را بیابد. نخست " +
			"برگه‌ای کاغذ معمولی ببُرید.",
		Upload: "در {program} هر تصویر {png} را به صورت تخت برای Print Then Cut بارگذاری کنید و اندازه‌اش را بگذارید: {size}. " +
			"دستگاه از لبه‌هایش می‌بُرد.",
		AttachLines: "{svg} را هم بارگذاری کنید، خط‌ها را مرکز بر مرکز روی تصویر بگذارید و به هم پیوند دهید: دستگاه از روی " +
			"خط‌ها می‌بُرد.",
		PrintThere: "آن را از همان‌جا روی {sheet} به اندازهٔ واقعی (100٪) چاپ کنید و نخست برگه‌ای کاغذ معمولی ببُرید.",
		PrintBacks: "پیش از بریدن، پشت را روی دیگر چاپ کنید: صفحهٔ {first} از آنِ نخستین تصویر است و همین‌گونه تا پایان. جای آن " +
			"وسط برگه است: تصویر را آنجا ببرید و نخستین برگه را جلو نور بگیرید.",
	}
}

func persianCalibration() Calibration {
	return Calibration{
		Front:  "رو",
		Back:   "پشت",
		OnBack: "پشت برگهٔ تنظیم. برگردانید و جلو نور بگیرید.",
		Title:  "آیا پشت‌ها درست پشت روها هستند؟",
		Print:  []string{"این برگه را همان‌گونه که کارت‌ها را چاپ می‌کنید دورو چاپ کنید:", "به اندازهٔ واقعی (100٪)، بی تطبیق با صفحه."},
		Hold:   []string{"این رو را به سوی خود جلو پنجره بگیرید.", "خط‌های پشت پیدا می‌شوند."},
		Read: []string{"در هر یک از چهار سو، روی مقیاس بلند، خطی را پیدا کنید", "که خطی از پشت دنبالهٔ راست آن است و شماره‌اش را بنویسید.",
			"از خط تا خط یک‌چهارم میلی‌متر است. خط کلفت پشت", "روی خط‌کش کوچک نشان می‌دهد شماره کمابیش چند است؛",
			"اگر بیش از 3 است همان را بگیرید و برگه را دوباره چاپ کنید."},
		Type:     []string{"آن‌ها را در یک سطر بنویسید، هر جا منفی است با نشانهٔ منفی:"},
		Shifted:  [2]Pattern{"به جابه‌جایی کنونی این پشت افزوده می‌شوند: {right} م‌م به راست،", "{down} م‌م به پایین و {degrees} درجه."},
		Top:      "بالا",
		Bottom:   "پایین",
		Left:     "چپ",
		Right:    "راست",
		Reminder: []string{"جلو نور،", "شماره‌ها را بخوانید", "آنجا که خط‌ها می‌رسند:", "x افقی، y عمودی."},
	}
}

func persianRules() Rules {
	return Rules{
		Clinging: set(`از به با در بر برای تا بی که و یا اگر هر هیچ هم چون ولی اما بلکه پس چه این آن همین همان یک میان بین زیر روی پیش پشت کنار بدون
			دربارهٔ نه بسیار خیلی
			من تو او ما شما آنها دو سه چهار پنج شش هفت هشت ده صد هزار`),
		Opening:      set(`که و یا اگر چون ولی اما بلکه پس چه هم تا زیرا هرچند وقتی کسی چرا چگونه کجا کی`),
		BeforeNumber: set("ص صص ج ش ت فصل بخش شکل جدول صفحهٔ سطر شمارهٔ مادهٔ §"),
		BeforeName:   set("دکتر آقای خانم استاد مهندس شیخ"),
		AfterNumber: set(`% ٪ م‌م سانتی‌متر متر کیلومتر گرم کیلو کیلوگرم لیتر ساعت دقیقه ثانیه تومان ریال یورو دلار هزار میلیون میلیارد سال درصد mm cm km kg
			kB MB GB TB Hz W V $ €`),
		NoSentenceEnd: set("نک. رک. ق.م. ه.ق. ه.ش. ص. ج. ق. م. Dr. Mr. vol. p."),
		Matter: map[string]string{"پیشگفتار": "preface", "پیش-گفتار": "preface", "دیباچه": "preface", "سرآغاز": "foreword", "مقدمه": "introduction",
			"درآمد": "introduction", "سپاسگزاری": "acknowledgments", "قدردانی": "acknowledgments", "پسگفتار": "afterword", "سخن-پایانی": "conclusion",
			"نتیجهگیری": "conclusion", "پیوست": "appendix", "پیوستها": "appendix", "ضمیمه": "appendix", "انجامه": "colophon",
			"منابع-تصویرها": "credits", "غلطنامه": "errata"},
		Letters:  "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
		Repeated: set("خیلی آرام آهسته نه بله کم یکی تند رفته هی"),
		Joining:  set("از به با در بر برای تا و یا که"),
		Stem:     stemBy("‌ها ‌های ‌هایی ها های هایی ان ات ‌ام ‌ات ‌اش ی م ت ش مان تان شان ند یم ید تر ترین ‌تر ‌ترین"),
	}
}

func persianReader() Reader {
	return Reader{
		Page:     []string{"صفحه", "صفحهٔ", "ص"},
		Line:     []string{"سطر", "خط"},
		On:       []string{"در"},
		Days:     []string{"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"},
		HalfDays: []string{"ق.ظ", "ب.ظ"},
		Columns: Columns{
			Page:    []string{"صفحه", "ص", "شمارهٔ صفحه"},
			Line:    []string{"سطر", "شمارهٔ سطر"},
			Comment: []string{"نظر", "نظرها", "یادداشت", "اصلاح"},
			Reader:  []string{"خواننده", "نام", "نویسنده"},
			Words:   []string{"واژه‌ها", "نقل‌قول", "متن", "برجسته"},
			New:     []string{"تازه", "جایگزین", "درست"},
			File:    []string{"فایل", "پرونده"},
			Row:     []string{"سطر فایل"},
			Date:    []string{"تاریخ"},
			Heading: []string{"فصل", "بخش", "مدخل"},
			Book:    []string{"کتاب", "عنوان", "عنوان کتاب"},
		},
		Labels: Labels{
			Passage: []string{"برجسته", "نقل‌قول", "متن"},
			Heading: []string{"فصل", "بخش"},
			Comment: []string{"یادداشت", "نظر", "یادداشت من"},
		},
		Kindle: Kindle{
			Page:     []string{"صفحه", "صفحهٔ"},
			Location: []string{"مکان"},
			Added:    []string{"افزوده‌شده در"},
			Note:     []string{"یادداشت"},
		},
		Excerpts: []string{"گزیده‌ای از"},
		Anybody:  []string{"کاربر", "مهمان", "مدیر", "مالک", "ناشناس", "خواننده", "من", "نویسنده"},
	}
}

// persianOrdinal returns an ordinal number as it follows "فصل" and "بخش".
func persianOrdinal(n int) string {
	first := strings.Fields("اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم")
	tens := strings.Fields("بیست سی چهل پنجاه شصت هفتاد هشتاد نود")
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return first[n-1]
	case n == 30:
		return "سی‌ام"
	case n%10 == 0:
		return tens[n/10-2] + "م"
	case n%10 == 1:
		return tens[n/10-2] + " و یکم"
	}
	return tens[n/10-2] + " و " + first[n%10-1]
}

// persianLine returns an ordinal number as it follows "سطر", in words up to the twelfth.
func persianLine(n int) string {
	if n > 0 && n <= 12 {
		return persianOrdinal(n)
	}
	return strconv.Itoa(n) + "م"
}
