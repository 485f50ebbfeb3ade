package lang

import "strconv"

// bulgarian returns the words and rules of Bulgarian.
func bulgarian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "“"},
			Inner:  Marks{"’", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"„", "“"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      func(n int) string { return filled("Глава ", bulgarianOrdinals(true).plain(n)) },
			PartWord:  func(n int) string { return bulgarianOrdinals(true).plain(n) },
			Ordinal:   bulgarianOrdinal,
			Date:      "{day}\u00A0{month} {year}\u00A0г.",
			Months: [12]string{"януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
				"декември"},
		},
		Lists: Lists{Comma: ", ", And: " и\u00A0", Names: " и\u00A0", Abridged: "{name} и\u00A0др."},
		Titles: Titles{
			Contents:      "Съдържание",
			ByTheme:       "{entries} по\u00A0теми",
			ByFirstWords:  "{entries} по\u00A0първите думи",
			Subjects:      "Предметен показалец",
			Notes:         "Бележки",
			OtherThemes:   "Други",
			NumberedPart:  "Част {n}",
			Untitled:      "Без заглавие",
			Cover:         "Корица",
			TitlePage:     "Титулна страница",
			Copyright:     "Издателско каре",
			Dedication:    "Посвещение",
			Epigraph:      "Епиграф",
			Colophon:      "Колофон",
			AboutThisCopy: "За този екземпляр",
		},
		References: References{
			See:             "вж.",
			Page:            "с.\u00A0{n}",
			PageAbbreviated: "с.\u00A0{n}",
			Maxim:           "максима\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Посочени са не страниците, а\u00A0номерата ({entries}).",
			HeadingSee:      "Вж.",
			HeadingSeeAlso:  "Вж. и",
		},
		Notes: Notes{
			ToPage:  "Бележки към с.\u00A0{page}",
			ToPages: "Бележки към с.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Бележка",
			Tip:        "Съвет",
			Important:  "Важно",
			Warning:    "Внимание",
			Caution:    "Предпазливо",
			Example:    "Пример",
			Exercise:   "Упражнение",
			Question:   "Въпрос",
			Discussion: "За обсъждане",
			Summary:    "Накратко",
		},
		Tables: Tables{
			Continued: "{caption} (продължение)",
			Goes:      "(продължение)",
			Turned:    "За таблицата вж. {page}.",
		},
		Figures: Figures{
			Figure: "фиг.\u00A0{n}", Table: "табл.\u00A0{n}",
			FigureLabel: "Фиг.\u00A0{n}.", TableLabel: "Таблица\u00A0{n}.",
			Figures: "Фигури", Tables: "Таблици",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "мем", Plural: "мемове", Means: "мисъл, която да предадеш нататък"},
				"metaphor": {Name: "метафора", Plural: "метафори", Means: "едно, видяно като друго", Line: "{tenor} като {vehicle}"},
			},
			Maxims:     "максими",
			Entries:    "статии",
			Themes:     "Теми",
			Audience:   "За",
			Card:       "карта: {text}",
			Draft:      "ЧЕРНОВА",
			DraftOnly:  "Чернова: още не е в\u00A0книгата.",
			Drafts:     "Чернови: ",
			DraftFolio: "Ч{n}",
			Picture:    "[изображение: {alt}]",
		},
		Makers: Makers{
			By: "от {names}",
			Credits: map[string]Pattern{"edt": "Редактор {name}", "ill": "Илюстрации {name}", "trl": "Превод {name}",
				"aui": "Увод {name}", "aft": "Послеслов {name}", "pht": "Фотографии {name}", "art": "Художник {name}",
				"win": "Увод {name}", "wpr": "Предговор {name}", "bkd": "Оформление {name}", "cov": "Корица {name}",
				"dsr": "Дизайн {name}", "com": "Съставител {name}"},
			Roles: map[string]string{"aut": "автор", "edt": "редактор", "ill": "илюстратор", "trl": "преводач",
				"aui": "автор на увода", "pht": "фотограф", "bkd": "дизайнер на книгата", "nrt": "разказвач"},
			Contributor: "сътрудник",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			PrintISBN:      "ISBN {isbn} (печатно издание)",
			EpubISBN:       "ISBN {isbn} (EPUB)",
			LCCN:           "LCCN {lccn}",
			Names:          "Имена: {text}",
			Title:          "Заглавие: {text}",
			Description:    "Описание: {text}",
			Identifiers:    "Идентификатори: {text}",
			Subjects:       "Предметни рубрики: {text}",
			Classification: "Класификация: {text}",
			Typeface:       "Набрано с\u00A0шрифта {name}; лиценз SIL Open Font License.",
			Typefaces:      "Набрано с\u00A0шрифтовете {names}; лиценз SIL Open Font License.",
			SetIn:          "Набрано с\u00A0{font}",
			DesignedBy:     ", дизайн на\u00A0шрифта {designer}",
			MadeBy:         ". Редовете, страниците и\u00A0показалците са направени от octavo по\u00A0ръкописа на\u00A0автора.",
		},
		Typescript: Typescript{Length: "около {n}\u00A0думи", Chapter: "Глава {n}"},
		Review: Review{
			Notice:          "Предпечатен вариант без корекция\u00A0– не\u00A0е за\u00A0продажба",
			Quotations:      "Този текст още не е минал корекция. Моля, сверявайте всички цитати с\u00A0излязлата книга.",
			Unnamed:         "екземпляр за\u00A0отзив",
			Front:           "Начало",
			Data:            "Данни",
			Changes:         "Промени",
			Title:           "Заглавие",
			Author:          "Автор",
			Publisher:       "Издателство",
			ISBN:            "ISBN",
			Trim:            "Формат",
			Pages:           "Страници",
			PagesInPrint:    "Страници в\u00A0печатното издание",
			Price:           "Цена",
			Publication:     "Излиза на",
			Edition:         "Издание",
			Manuscript:      "Ръкопис",
			Subjects:        "Теми",
			Contact:         "За контакт",
			Comments:        "Бележки",
			TrimSize:        "{millimetres}\u00A0мм ({inches}\u00A0инча)",
			InPrint:         "печатно издание",
			AsEPUB:          "EPUB",
			ToCome:          "предстои да се обяви",
			State:           "Ръкопис {revision} от {date}",
			DatedState:      "Ръкопис {revision}, {date}",
			BookPages:       "Страниците и\u00A0номерата им са като в\u00A0книгата. ",
			TypescriptPages: "Това е машинопис: страниците му не са страниците на\u00A0книгата. ",
			NumberedLines: "До всеки {nth} ред на\u00A0страницата стои номерът му, за\u00A0да може в\u00A0бележката да се посочи мястото: " +
				"„с.\u00A042, ред\u00A017“. Бележките, нанесени в\u00A0този файл с\u00A0която и\u00A0да е\u00A0програма за\u00A0PDF, стигат " +
				"до\u00A0ръкописа на\u00A0автора.",
			EveryLine: "отделен",
			Number:    "Екземпляр {n} от {of}",
			For:       "за",
			Reader:    "за {name}",
			NumberFor: "{copy}, за {name}",
			Drafts:    "Чернови: още не са в\u00A0книгата",
			Removed:   "след това е\u00A0махнато: {title}",
			TK:        "TK: предстои",
		},
		Changes: Changes{
			Since:           "Какво се е\u00A0променило след {state}",
			LastCopy:        "предишния ви екземпляр, ръкопис {revision}",
			None:            "Нищо.",
			New:             "ново",
			Removed:         "махнато",
			Moved:           "преместено",
			Changed:         "променено",
			In:              "в\u00A0печатното издание с.\u00A0{n}",
			From:            "от „{chapter}“",
			WordsNew:        Counted{One: "{n}\u00A0нова дума", Other: "{n}\u00A0нови думи"},
			WordsGone:       Counted{One: "махната {n}\u00A0дума", Other: "махнати {n}\u00A0думи"},
			OtherPicture:    "друго изображение",
			OtherForm:       "друго оформление",
			OtherKeys:       "променени ключове: {keys}",
			CrossReferences: "препратки",
		},
		Errata: Errata{
			Title:   "Забелязани грешки",
			Line:    "ред\u00A0{n}",
			ForRead: "напечатано {was}, да се чете {is}",
			Delete:  "{was} да отпадне",
			Insert:  "{is} да се добави",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0карта", Other: "{n}\u00A0карти"},
			Themes:      "Теми",
			Blank:       "Запишете си",
			Deck:        "{title}: карти",
			AtAGlance:   "{title}: преглед на\u00A0картите",
			Proof:       "{title}: пробна карта",
			Calibration: "{title}: калибриране",
		},
		Sheets: Sheets{
			Front:      "{sheet}, лице",
			Back:       "{sheet}, гръб",
			Of:         "{n} от {of}",
			ProofFront: "лице: {card}",
			ProofBack:  "гръб",
			Ruler: "Тази линийка е\u00A0дълга {mm}\u00A0мм, ако картата е\u00A0в\u00A0истинския си размер. Ако не е, печатайте при " +
				"100\u00A0%.",
			Jig:     "шаблон",
			JigCard: "карта {size}",
			JigCut:  "режете по\u00A0чертиците, на\u00A0{mm}\u00A0мм навън",
		},
		Laminating: bulgarianLaminating(),
		Calibrate:  bulgarianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Ориентири",
			Start:        "Начало на\u00A0текста",
			PrintedPages: "Страници на\u00A0печатното издание",
			Pages:        "Страници",
			BackToText:   "Обратно към текста",
			CoverOf:      "Корица на „{title}“",
			CoverBy:      " от {names}",
			PrintedBook:  "„{title}“, печатно издание",
			Identifier:   "Идентификатор на\u00A0изданието",
		},
		Access: Accessibility{
			Text: "Размерът, шрифтът и\u00A0цветът на\u00A0текста могат да се променят, а\u00A0екранен четец или брайлов дисплей го чете " +
				"поред.",
			Ways:          " За\u00A0ориентиране служат {ways}.",
			Contents:      "съдържание",
			Headings:      "заглавия",
			Indexes:       "показалци с\u00A0връзки",
			PageNumbers:   "номерата на\u00A0страниците от печатното издание",
			NoneDescribed: " Изображенията нямат описания.",
			SomeDescribed: " Някои от изображенията нямат описание.",
			AllDescribed:  " Всяко изображение е\u00A0описано с\u00A0думи.",
			OnlyCover:     " Няма изображения освен корицата, която е\u00A0описана с\u00A0думи.",
			NoPictures:    " Няма изображения.",
			Tables:        " Колоните на\u00A0таблиците имат заглавия.",
			Notes:         " Бележките са свързани с\u00A0местата си в\u00A0текста и\u00A0обратно.",
			Still:         " Нищо не се движи, не мига и\u00A0не звучи.",
		},
		Rules:  bulgarianRules(),
		Reader: bulgarianReader(),
	}
}

func bulgarianLaminating() Laminating {
	return Laminating{
		Label: "ламиниране",
		Title: "Как да изрежете и\u00A0ламинирате картите",
		PrintBothSides: "Отпечатайте страници от 1 до {n} двустранно, в\u00A0истински размер (100\u00A0%), с\u00A0обръщане по\u00A0{edge} страна. " +
			"Вдигнете листа срещу светлината: всеки гръб трябва да лежи зад своето лице. Ако не е\u00A0така, octavo cards calibrate показва " +
			"с\u00A0колко е\u00A0изместен.",
		PrintOneSide: "Отпечатайте страници от 1 до {n} едностранно, в\u00A0истински размер (100\u00A0%).",
		LongEdge:     "дългата",
		ShortEdge:    "късата",
		Cut: "Режете по\u00A0реда на\u00A0номерата по-долу, всеки път през целия лист, и\u00A0не разбърквайте парчетата. Изрязаната карта " +
			"е\u00A0{size}.",
		Break: "Разделете хартията {stock} по\u00A0перфорацията. Картата е\u00A0{size}.",
		Fold: "Режете по\u00A0реда на\u00A0номерата по-долу, после прегънете всяко парче по\u00A0прекъснатата линия с\u00A0печата навън " +
			"и\u00A0притиснете гънката.",
		Warm: "Оставете ламинатора да се загрее, колкото иска фолиото, и\u00A0подавайте джоба със запечатания край напред. Оставете го " +
			"да лежи на\u00A0равно, докато изстине.",
		LaySheet: "Сложете всеки лист в\u00A0джоб {pouch}, плътно до\u00A0запечатания край, така че фолиото да се подава еднакво от другите " +
			"страни.",
		OpenEdges: "Ръбовете на\u00A0тези карти са отворени: там хартията е\u00A0незащитена и\u00A0поема вода. Пазете ги сухи или следващия " +
			"път първо изрежете картите, а\u00A0после ги ламинирайте (laminate = \"cards\").",
		RoundCorners: "Закръглете ъглите с\u00A0перфоратор от около {mm}\u00A0мм, преди да поставите фолиото.",
		LayOnJig: "Сложете отворения джоб {pouch} върху шаблона от следващата страница и\u00A0по\u00A0една карта върху всяка от рамките му. " +
			"Между рамките има {mm}\u00A0мм, така че около всяка карта фолио се среща с\u00A0фолио.",
		CloseOnJig: "Затворете джоба, без да местите картите, и\u00A0измъкнете шаблона.",
		CutDashes: "Режете по\u00A0чертиците, на\u00A0{mm}\u00A0мм извън всяка карта и\u00A0никога в\u00A0хартията: картата остава затворена " +
			"само докато фолиото се подава от всички страни.",
		LayCard: "Сложете всяка карта в\u00A0джоб {pouch} ({name}), така че фолиото да се подава еднакво от всички страни: {mm}\u00A0мм " +
			"от по-тесните.",
		KeepFilm: "Не режете фолиото: картата остава затворена само докато то се подава от всички страни. Закръглете ъглите му, ако " +
			"са остри.",
	}
}

func bulgarianCalibration() Calibration {
	return Calibration{
		Front:  "лице",
		Back:   "гръб",
		OnBack: "Гърбът на\u00A0листа за\u00A0калибриране. Обърнете го и\u00A0го вдигнете срещу светлината.",
		Title:  "Лежат ли гърбовете зад лицата?",
		Print: []string{"Отпечатайте този лист двустранно, както печатате картите си:",
			"в\u00A0истински размер (100\u00A0%), без напасване към страницата."},
		Hold: []string{"Опрете го на\u00A0прозорец, с\u00A0тази страна към вас.", "Линиите на\u00A0гърба прозират."},
		Read: []string{"От всяка от четирите страни намерете на\u00A0дългата скала линията,",
			"която се продължава от линия на\u00A0гърба, и\u00A0запишете номера ѝ.",
			"От линия до\u00A0линия е\u00A0четвърт милиметър. Дебелата линия на\u00A0гърба",
			"показва на\u00A0малката скала кой приблизително ще е\u00A0номерът; ако е",
			"повече от 3, вземете него и\u00A0после отпечатайте листа отново."},
		Type: []string{"Въведете ги на\u00A0един ред, с\u00A0минус там, където го има:"},
		Shifted: [2]Pattern{"Те се добавят към досегашното отместване на\u00A0гърба: {right}\u00A0мм надясно,",
			"{down}\u00A0мм надолу и\u00A0{degrees}\u00A0градуса."},
		Top:      "горе",
		Bottom:   "долу",
		Left:     "ляво",
		Right:    "дясно",
		Reminder: []string{"Срещу светлината", "прочетете номерата там,", "където линиите се срещат:", "x е\u00A0настрани, y е\u00A0надолу."},
	}
}

func bulgarianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/bg.txt", Before: 2, After: 2},
		Clinging: set(`а ако без в в’ във върху вместо въпреки да до докато за защото зад заради и из или към край като кога когато който която
			което които между на над не нито но ни около освен от относно по под покрай поради пред преди през при против с сам след според
			сред срещу със та това този тази тези че щом ще си се ми ти му ѝ им ви
			моят моята моето моите твоят твоята твоето твоите нашият нашата нашето нашите вашият вашата вашето вашите много
			аз той тя то ние вие те е са беше бяха съм сте сме има може трябва всеки всяка всяко всички никога само по-добре два две три четири пет
			шест седем осем девет десет сто хиляда`),
		Opening:       set(`а ако въпреки докато защото и или като кога когато който която което които но нито че щом кой коя кое кои какво как къде защо дали`),
		StaysWithNext: set("В в С с И и А а О о У у Ѝ ѝ"),
		BeforeNumber:  set("с. стр. т. гл. фиг. табл. разд. чл. ал. т. бр. кн. ч. прил. бел. № § §§ изд. л. ок. бл. вх. ет. ап."),
		BeforeName:    set("г-н г-жа г-ца д-р проф. акад. доц. инж. арх. св. о. ген. полк. ул. бул. пл. гр. с. кв. обл. общ. р. яз."),
		AfterNumber: set(`% ‰ °C °F К мм см м км дка ха мг г кг т мл л с мин мин. ч ч. kB MB GB TB Hz kHz MHz V W kW лв лв. ст. ст € $ хил. млн. млн
			млрд. млрд г. год. години век в. стр. с. бр. души`),
		NoSentenceEnd: set(`г. гр. св. проф. акад. доц. инж. арх. ген. полк. ул. бул. пл. кв. обл. общ. с. стр. т. гл. фиг. табл. разд. чл. ал. бр. кн.
			ч. прил. бел. изд. ред. съст. прев. вж. вж ср. напр. т.е. т.нар. т.н. пр.н.е. н.е. н. е. ок. букв. англ. нем. фр. лат. гр. рус. хил.
			лв. ст. млн. млрд. ян. февр. апр. авг. септ. окт. ноем. дек. р. яз. о.`),
		Matter: map[string]string{"предговор": "preface", "от-автора": "preface", "встъпителни-думи": "foreword", "вместо-предговор": "preface",
			"увод": "introduction", "въведение": "introduction", "встъпление": "introduction", "пролог": "prologue",
			"благодарности": "acknowledgments", "епилог": "epilogue", "послеслов": "afterword", "послепис": "afterword",
			"заключение": "conclusion", "приложение": "appendix", "приложения": "appendix", "колофон": "colophon",
			"източници-на-изображенията": "credits", "поправки": "errata", "печатни-грешки": "errata"},
		Letters:  "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ю Я",
		Repeated: set("да не много едва полека тихо ето как така на"),
		Joining:  set("а без в във до за и из или към на не о от по под при с със у"),
		Stem: stemBy(`а я о е и у ът та то те ят ия ията ието иите ият ият ове овете ища ищата еве евете ета етата ната ните ният ното на но ни
			ен на ост остта ости остите ание анието ания анията ение ението ения енията ам аш ат ам ем ете ят ях яха их иха ил ила ило или ал ала
			ало али ел ела ело ели ейки айки`),
	}
}

func bulgarianReader() Reader {
	return Reader{
		Page:     []string{"страница", "страници", "стр", "с"},
		Line:     []string{"ред", "редове"},
		On:       []string{"на"},
		Days:     []string{"понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"},
		HalfDays: []string{"сутринта", "следобед", "вечерта", "ч"},
		Columns: Columns{
			Page:    []string{"страница", "стр.", "стр", "с.", "номер на страница"},
			Line:    []string{"ред", "номер на ред"},
			Comment: []string{"коментар", "коментари", "бележка", "бележки", "забележка", "поправка", "отзив"},
			Reader:  []string{"читател", "рецензент", "автор", "име", "кой", "от кого"},
			Words:   []string{"думи", "цитат", "текст", "откъс", "маркиран текст", "пасаж"},
			New:     []string{"ново", "замяна", "да стане", "трябва да е"},
			File:    []string{"файл"},
			Row:     []string{"ред във файла"},
			Date:    []string{"дата", "създадено"},
			Heading: []string{"глава", "раздел", "подзаглавие", "статия"},
			Book:    []string{"заглавие", "книга", "заглавие на книгата"},
		},
		Labels: Labels{
			Passage: []string{"откъс", "цитат", "текст", "маркиран текст", "пасаж"},
			Heading: []string{"глава", "раздел"},
			Comment: []string{"бележка", "коментар", "моя бележка"},
		},
		Kindle: Kindle{
			Page:     []string{"страница", "стр."},
			Location: []string{"място"},
			Added:    []string{"добавено на", "добавено"},
			Note:     []string{"бележка"},
			Bookmark: []string{"отметка"},
		},
		Excerpts: []string{"Откъс от"},
		Anybody: []string{"потребител", "гост", "администратор", "админ", "собственик", "неизвестен", "неизвестно", "читател", "аз", "автор",
			"анонимен"},
	}
}

// bulgarianOrdinals returns ordinals that agree with "глава" and "част", or with "ред".
func bulgarianOrdinals(feminine bool) *ordinals {
	if feminine {
		return &ordinals{
			first: "първа втора трета четвърта пета шеста седма осма девета десета единайсета дванайсета тринайсета четиринайсета петнайсета " +
				"шестнайсета седемнайсета осемнайсета деветнайсета",
			tens:   "десета двайсета трийсета четирийсета петдесета шейсета седемдесета осемдесета деветдесета",
			before: bulgarianTens,
			join:   " и ",
		}
	}
	return &ordinals{
		first: "първи втори трети четвърти пети шести седми осми девети десети единайсети дванайсети тринайсети четиринайсети петнайсети " +
			"шестнайсети седемнайсети осемнайсети деветнайсети",
		tens:   "десети двайсети трийсети четирийсети петдесети шейсети седемдесети осемдесети деветдесети",
		before: bulgarianTens,
		join:   " и ",
	}
}

const bulgarianTens = "десет двайсет трийсет четирийсет петдесет шейсет седемдесет осемдесет деветдесет"

// bulgarianOrdinal returns an ordinal number as it stands in "всеки пети ред", in words up to the twelfth.
func bulgarianOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return bulgarianOrdinals(false).plain(n)
	}
	ending := "и"
	switch last := n % 10; {
	case n%100 > 10 && n%100 < 20:
	case last == 1:
		ending = "ви"
	case last == 2:
		ending = "ри"
	case last == 3, last == 4:
		ending = "ти"
	case last == 7, last == 8:
		ending = "ми"
	}
	return strconv.Itoa(n) + "-" + ending
}
