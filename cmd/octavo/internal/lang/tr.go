package lang

import (
	"strconv"
	"strings"
)

// turkish returns the words and rules of Turkish.
func turkish() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"“", "”"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"‹", "›"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", turkishCapital(turkishOrdinals.plain(n)), " Bölüm") },
			PartWord:  func(n int) string { return turkishCapital(turkishOrdinals.plain(n)) },
			Ordinal:   turkishOrdinal,
			Ordinals:  func(n int) []string { return []string{turkishOrdinals.plain(n)} },
			Date:      "{day}\u00A0{month} {year}",
			Months: [12]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
				"Aralık"},
		},
		Lists: Lists{Comma: ", ", And: " ve ", Names: " ve ", Abridged: "{name} vd."},
		Titles: Titles{
			Contents:      "İçindekiler",
			ByTheme:       "Konularına Göre {entries}",
			ByFirstWords:  "İlk Sözcüklerine Göre {entries}",
			Subjects:      "Dizin",
			Notes:         "Notlar",
			OtherThemes:   "Diğerleri",
			NumberedPart:  "Kısım {n}",
			PartInWords:   "{n} Kısım",
			Untitled:      "Başlıksız",
			Cover:         "Kapak",
			TitlePage:     "İç kapak",
			Copyright:     "Künye",
			Dedication:    "İthaf",
			Epigraph:      "Epigraf",
			Colophon:      "Kolofon",
			AboutThisCopy: "Bu nüsha hakkında",
		},
		References: References{
			See:             "bkz.",
			Page:            "sayfa\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "özdeyiş\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Verilenler sayfalar değil, numaralardır ({entries}).",
			HeadingSee:      "Bkz.",
			HeadingSeeAlso:  "Ayrıca bkz.",
		},
		Notes: Notes{
			ToPage:  "Notlar: sayfa\u00A0{page}",
			ToPages: "Notlar: sayfa\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Not",
			Tip:        "İpucu",
			Important:  "Önemli",
			Warning:    "Uyarı",
			Caution:    "Dikkat",
			Example:    "Örnek",
			Exercise:   "Alıştırma",
			Question:   "Soru",
			Discussion: "Tartışma",
			Summary:    "Özet",
		},
		Tables: Tables{
			Continued: "{caption} (devam)",
			Goes:      "(devam)",
			Turned:    "Tablo için bkz. {page}.",
		},
		Figures: Figures{
			Figure: "Şekil\u00A0{n}", Table: "Tablo\u00A0{n}",
			FigureLabel: "Şekil\u00A0{n}.", TableLabel: "Tablo\u00A0{n}.",
			Figures: "Şekiller", Tables: "Tablolar",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memler", Means: "başkasına aktarılacak bir düşünce"},
				"metaphor": {Name: "metafor", Plural: "metaforlar", Means: "başka bir şey olarak görülen bir şey", Line: "{vehicle} olarak {tenor}"},
			},
			Maxims:     "özdeyişler",
			Entries:    "maddeler",
			Themes:     "Konular",
			Audience:   "Kimler için",
			Card:       "kart: {text}",
			Draft:      "TASLAK",
			DraftOnly:  "Taslak: henüz kitapta değil.",
			Drafts:     "Taslaklar: ",
			DraftFolio: "T{n}",
			Picture:    "[resim: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Yayına hazırlayan: {name}", "ill": "Resimleyen: {name}", "trl": "Çeviren: {name}",
				"aui": "Giriş: {name}", "aft": "Sonsöz: {name}", "pht": "Fotoğraflar: {name}", "art": "Resimler: {name}", "win": "Giriş: {name}",
				"wpr": "Önsöz: {name}", "bkd": "Kitap tasarımı: {name}", "cov": "Kapak: {name}", "dsr": "Tasarım: {name}",
				"com": "Derleyen: {name}"},
			Roles: map[string]string{"aut": "yazar", "edt": "editör", "ill": "çizer", "trl": "çevirmen", "aui": "giriş yazarı",
				"pht": "fotoğrafçı", "bkd": "kitap tasarımcısı", "nrt": "seslendiren"},
			Contributor: "katkıda bulunan",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Adlar: {text}",
			Title:          "Başlık: {text}",
			Description:    "Tanım: {text}",
			Identifiers:    "Tanımlayıcılar: {text}",
			Subjects:       "Konular: {text}",
			Classification: "Sınıflama: {text}",
			Typeface:       "{name} yazı karakteriyle dizilmiştir; lisansı SIL Open Font License.",
			Typefaces:      "{names} yazı karakterleriyle dizilmiştir; lisansları SIL Open Font License.",
			SetIn:          "Yazı karakteri: {font}",
			DesignedBy:     ", tasarımı {designer}",
			MadeBy:         ". Satırları, sayfaları ve dizinleri octavo yazarın metninden hazırladı.",
		},
		Typescript: Typescript{Length: "yaklaşık {n} sözcük", Chapter: "Bölüm {n}"},
		Review: Review{
			Notice:          "Düzeltisi yapılmamış ön baskı – satılamaz",
			Quotations:      "Bu metnin son düzeltisi yapılmamıştır. Lütfen bütün alıntıları yayımlanan kitapla karşılaştırın.",
			Unnamed:         "tanıtım nüshası",
			Front:           "Ön sayfa",
			Data:            "Bilgiler",
			Changes:         "Değişiklikler",
			Title:           "Kitabın adı",
			Author:          "Yazar",
			Publisher:       "Yayınevi",
			ISBN:            "ISBN",
			Trim:            "Boyut",
			Pages:           "Sayfa",
			PagesInPrint:    "Basılı kitapta sayfa",
			Price:           "Fiyat",
			Publication:     "Yayın tarihi",
			Edition:         "Basım",
			Manuscript:      "Metin",
			Subjects:        "Konular",
			Contact:         "İletişim",
			Comments:        "Görüşler",
			TrimSize:        "{millimetres} mm ({inches} inç)",
			InPrint:         "basılı",
			AsHardcover:     "ciltli",
			InPaper:         "karton kapak",
			AsEPUB:          "EPUB",
			ToCome:          "duyurulacak",
			State:           "Metin {revision}, {date}",
			DatedState:      "Metin {revision}, {date}",
			BookPages:       "Sayfalar ve numaraları kitaptakilerle aynıdır. ",
			TypescriptPages: "Bu bir daktilo metnidir: sayfaları kitabınkilerle aynı değildir. ",
			NumberedLines: "Sayfanın her {nth} satırının yanında numarası yazar; böylece bir notta yeri belirtilebilir: “sayfa 42, satır 17”. " +
				"Bu dosyaya herhangi bir PDF programıyla yazılan notlar yazarın metnine ulaşır.",
			EveryLine: "bir",
			Number:    "Nüsha {n}/{of}",
			For:       "okur",
			Reader:    "okur: {name}",
			NumberFor: "{copy}, okur: {name}",
			Drafts:    "Taslaklar: henüz kitapta değil",
			Removed:   "bundan sonra çıkarıldı: {title}",
			TK:        "TK: eklenecek",
		},
		Changes: Changes{
			Since:           "Değişenler (karşılaştırılan: {state})",
			LastCopy:        "son nüshanız, metin {revision}",
			None:            "Hiçbir şey.",
			New:             "yeni",
			Removed:         "çıkarıldı",
			Moved:           "taşındı",
			Changed:         "değişti",
			In:              "baskıda sayfa {n}",
			From:            "geldiği bölüm: “{chapter}”",
			WordsNew:        Counted{Other: "{n} yeni sözcük"},
			WordsGone:       Counted{Other: "{n} sözcük çıktı"},
			OtherPicture:    "başka bir resim",
			OtherForm:       "başka bir biçim",
			OtherKeys:       "değişen alanlar: {keys}",
			CrossReferences: "göndermeler",
		},
		Errata: Errata{
			Title:   "Yanlış-Doğru Cetveli",
			Line:    "satır\u00A0{n}",
			ForRead: "{was} yerine {is} okunacak",
			Delete:  "{was} silinecek",
			Insert:  "{is} eklenecek",
		},
		Trade: Trade{
			Sheet:        "Kitap bilgileri",
			About:        "Kitap hakkında",
			AboutAuthor:  "Yazar hakkında",
			AboutAuthors: "Yazarlar hakkında",
			FromTheBook:  "Kitaptan",
			Inside:       "Kitabın içinden",
			Order:        "Sipariş",
			Series:       "Dizi",
			Rights:       "Haklar",
			Excerpt:      "Tadımlık",
			ExcerptOf:    "{title} (tadımlık)",
			IsExcerpt:    "Okuduğunuz, şu kitaptan bir bölümdü: {title}.",
			WholeBook:    "Kitabın tamamı",
		},
		Answers: Answers{
			Title:    "Notlarınız",
			Thanks:   "Bu kadar dikkatli okuduğunuz için teşekkür ederiz. Notlarınızın sonucu şöyle.",
			At:       "sayfa\u00A0{page}, satır\u00A0{line}",
			Taken:    "uygulandı",
			Changed:  "başka türlü değişti",
			Declined: "olduğu gibi kaldı",
			Open:     "henüz açık",
			Gone:     "artık kitapta yok",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} kart"},
			Themes:      "Konular",
			Blank:       "Bunu yaz",
			Deck:        "{title}: Kartlar",
			AtAGlance:   "{title}: Kartlara toplu bakış",
			Proof:       "{title}: Bir kartın provası",
			Calibration: "{title}: Kalibrasyon",
		},
		Sheets: Sheets{
			Front:      "{sheet} ön",
			Back:       "{sheet} arka",
			Of:         "{n}/{of}",
			ProofFront: "ön: {card}",
			ProofBack:  "arka",
			Ruler:      "Kart gerçek boyutundaysa bu cetvel {mm} mm uzunluğundadır. Değilse %100 ölçekle yazdırın.",
			Jig:        "şablon",
			JigCard:    "{size} boyutunda bir kart",
			JigCut:     "{mm} mm dışından, kesik çizgiler boyunca kesin",
		},
		Laminating: turkishLaminating(),
		Ordering: Ordering{
			Title:    "{title}: {service} için kartlar",
			Choose:   "Şu kartı seçin: {card}. Destede {n} var.",
			OwnBacks: "Her karta kendi ön yüzünü ve kendi arka yüzünü verin.",
			UploadPictures: "Ön yüzleri ({fronts}) numara sırasıyla, sonra arka yüzleri ({backs}) aynı sırayla yükleyin: bir " +
				"kartın ön ve arka yüzünün numarası aynıdır.",
			UploadFile: "{file} dosyasını yükleyin. Her yüz için bir sayfası vardır, bir kartın arka yüzü ön yüzünden önce " +
				"gelir.",
			Unscaled: "Hiçbir şeyin ölçeklenmesine izin vermeyin: dosyalar kendi boyutundadır, çevresinden {mm} mm kesilir.",
			Finish:   "Kâğıdı, yüzeyi ve kutuyu dilediğiniz gibi seçin: dosyalar aynıdır.",
			Preview:  "Önizlemede her karta bakın ve çok deste ısmarlamadan önce bir deste ısmarlayın.",
		},
		Calibrate: turkishCalibration(),
		Ebook: Ebook{
			Landmarks:    "Yer işaretleri",
			Start:        "Metnin başı",
			PrintedPages: "Basılı kitabın sayfaları",
			Pages:        "Sayfalar",
			BackToText:   "Metne dön",
			CoverOf:      "Kapak: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, basılı kitap",
			Identifier:   "Yayın tanımlayıcısı",
		},
		Access: Accessibility{
			Text:          "Metnin boyutu, yazı karakteri ve rengi değiştirilebilir; ekran okuyucular ve braille ekranlar metni sırasıyla okur.",
			Ways:          " Yol gösterenler: {ways}.",
			Contents:      "içindekiler",
			Headings:      "başlıklar",
			Indexes:       "bağlantılı dizinler",
			PageNumbers:   "basılı kitabın sayfa numaraları",
			NoneDescribed: " Resimlerin açıklaması yoktur.",
			SomeDescribed: " Bazı resimlerin açıklaması yoktur.",
			AllDescribed:  " Her resim sözcüklerle açıklanmıştır.",
			OnlyCover:     " Sözcüklerle açıklanmış olan kapağından başka resmi yoktur.",
			NoPictures:    " Resim yoktur.",
			Tables:        " Tabloların sütunları adlandırılmıştır.",
			Notes:         " Notlar metindeki yerlerine iki yönlü bağlantılıdır.",
			Still:         " Hiçbir şey kımıldamaz, yanıp sönmez, ses çıkarmaz.",
			Statement: Statement{
				Title:       "Erişilebilirlik bildirimi",
				Reading:     "Okuma yöntemleri",
				Navigation:  "Gezinme",
				Hazards:     "Tehlikeler",
				Conformance: "Uygunluk",
				Contact:     "İletişim",
				Meets:       "Bu yayın {standard} ölçütlerini karşılar. Onaylayan: {name}.",
				Unclaimed:   "Bu yayının bir erişilebilirlik standardını karşıladığını kimse onaylamamıştır.",
				WriteTo:     "Erişilebilirlik hakkında sorular ve görüşler: {address}",
				Made:        "Bu bildirimin tarihi: {date}",
				Formulas:    " Formüller MathML olarak verilmiştir.",
			},
		},
		Rules:  turkishRules(),
		Reader: turkishReader(),
	}
}

func turkishLaminating() Laminating {
	return Laminating{
		Label:      "laminasyon",
		Title:      "Kartlar nasıl kesilir ve kaplanır",
		PlainLabel: "yönerge",
		PlainTitle: "Kartlar nasıl yapılır",
		PrintBothSides: "{first}–{n} arası sayfaları gerçek boyutunda (%100), iki yüze, yazıcıyı {edge} kenardan çevirmeye ayarlayarak yazdırın. Bir " +
			"yaprağı ışığa tutun: her arka yüz kendi ön yüzünün tam arkasında olmalıdır. Değilse octavo cards calibrate ne kadar kaydığını " +
			"gösterir.",
		PrintOneSide: "{first}–{n} arası sayfaları gerçek boyutunda (%100), tek yüze yazdırın.",
		LongEdge:     "uzun",
		ShortEdge:    "kısa",
		Cut: "Aşağıdaki numaraların sırasıyla, her seferinde yaprağı boydan boya kesin ve parçaları karıştırmayın. Kesilmiş bir kart {size} " +
			"boyutundadır.",
		Break: "{stock} kartonunu deliklerinden ayırın. Bir kart {size} boyutundadır.",
		Fold: "Aşağıdaki numaraların sırasıyla kesin, sonra her parçayı baskılı yüzler dışarıda kalacak biçimde kesik çizgiden katlayın ve " +
			"katı bastırın.",
		Warm: "Laminatörün, filmin istediği sıcaklığa gelmesini bekleyin ve poşeti kapalı kenarı önde olarak verin. Soğuyana kadar düz " +
			"bırakın.",
		LaySheet: "Her yaprağı {pouch} boyutunda bir poşete, kapalı kenara dayayarak yerleştirin; film öbür kenarlardan eşit taşmalıdır.",
		OpenEdges: "Bu kartların kenarları açıktır: kâğıt orada korunmasızdır ve su çeker. Kartları kuru tutun ya da bir dahaki sefere önce " +
			"kesip sonra kaplayın (laminate = \"cards\").",
		RoundCorners: "Film gelmeden önce köşeleri yaklaşık {mm} mm’lik bir köşe zımbasıyla yuvarlatın.",
		LayOnJig: "{pouch} boyutundaki açık poşeti bir sonraki sayfada duran şablonun üzerine, kartları da çerçevelerin üzerine koyun. " +
			"Çerçevelerin arası {mm} mm’dir; böylece her kartın çevresinde film filme değer.",
		CloseOnJig: "Kartları kıpırdatmadan poşeti kapatın ve şablonu çekip alın.",
		CutDashes: "Her kartın {mm} mm dışından, kesik çizgiler boyunca kesin; kâğıda asla girmeyin: kart ancak film dört yandan taştığı sürece " +
			"kapalı kalır.",
		LayCard:  "Her kartı {pouch} boyutunda bir poşete ({name}), film dört yandan eşit taşacak biçimde koyun: dar kenarlarda {mm} mm.",
		KeepFilm: "Filmi kesmeyin: kart ancak film dört yandan taştığı sürece kapalı kalır. Filmin köşeleri sivriyse yuvarlatın.",
		TestStock: "{first}.\u00A0sayfayı sıradan kâğıda yazdırın ve ışığa karşı bir {stock} kartonunun üstüne tutun: her kart " +
			"kendi deliklerinin içinde kalmalıdır.",
		FeedStock:    "Kartonu el ile besleme tepsisinden teker teker verin ve mürekkebin kurumasını bekleyin.",
		PunchCorners: "Köşeleri yaklaşık {mm} mm’lik bir köşe zımbasıyla yuvarlatın.",
		Glue:         "Her kartın iki yarısını yapıştırın ve bir ağırlık altında kurumaya bırakın.",
		OpenLines: "{program} içinde sayfayı {sheet} olarak ayarlayın, {svg} dosyasını (SVG okumuyorsa {dxf} dosyasını) açın ve " +
			"çizgileri sayfaya ortalayın. Hepsi birlikte {size} boyutundadır.",
		TypeMarks: "Üç köşedeki kayıt işaretlerini açın ve basılı olanı yazın: uzunluk {arm} mm, kalınlık {thickness} mm, " +
			"kenardan uzaklık {inset} mm.",
		CutByMachine: "Bir tabakayı ön yüzü yukarıda, siyah kare sol üstte olacak biçimde mata koyun ve makinenin işaretleri " +
			"bulmasını bekleyin. Önce sıradan kâğıt kesin.",
		Upload: "{program} içine her {png} resmini Print Then Cut için düz resim olarak yükleyin ve boyutunu ayarlayın: {size}. " +
			"Makine kenarlarından keser.",
		AttachLines: "{svg} dosyasını da yükleyin, çizgileri merkezi merkeze gelecek biçimde resmin üstüne koyun ve ikisini " +
			"bağlayın: makine çizgilerden keser.",
		PrintThere: "Oradan {sheet} üzerine gerçek boyutunda (%100) yazdırın ve önce sıradan kâğıt kesin.",
		PrintBacks: "Kesmeden önce arka yüzü öbür tarafa yazdırın: {first}.\u00A0sayfa ilk resmindir, ötekiler de sırayla. " +
			"Tabakanın ortasındadır: resmi oraya taşıyın ve ilk tabakaya ışığa karşı bakın.",
	}
}

func turkishCalibration() Calibration {
	return Calibration{
		Front:  "ön",
		Back:   "arka",
		OnBack: "Kalibrasyon yaprağının arka yüzü. Çevirip ışığa tutun.",
		Title:  "Arka yüzler ön yüzlerin arkasında mı?",
		Print:  []string{"Bu yaprağı kartlarınızı yazdırdığınız gibi iki yüze yazdırın:", "gerçek boyutunda (%100), sayfaya sığdırmadan."},
		Hold:   []string{"Bu yüz size dönük olarak cama tutun.", "Arka yüzün çizgileri görünür."},
		Read: []string{"Dört kenarın her birinde, uzun cetvelde arka yüzün bir çizgisiyle",
			"düz devam eden çizgiyi bulun ve numarasını yazın.",
			"Çizgiden çizgiye çeyrek milimetredir. Arka yüzün kalın çizgisi",
			"küçük cetvelde numaranın aşağı yukarı ne olacağını gösterir;",
			"3’ten büyükse onu alın, sonra bu yaprağı yeniden yazdırın."},
		Type:     []string{"Sayıları bir satıra, varsa eksi işaretiyle yazın:"},
		Shifted:  [2]Pattern{"Bu arka yüzün şimdiki kaymasına eklenirler: sağa {right} mm,", "aşağı {down} mm ve {degrees} derece."},
		Top:      "üst",
		Bottom:   "alt",
		Left:     "sol",
		Right:    "sağ",
		Reminder: []string{"Işığa tutup", "çizgilerin birleştiği", "numaraları okuyun:", "x yatay, y dikey."},
	}
}

func turkishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/tr.txt", Before: 2, After: 2},
		Clinging: set(`bir ve veya ya ile ama fakat ancak ki çünkü eğer hem ne her bu şu o en çok daha hiç pek kimi bazı bütün tüm benim senin onun bizim sizin
			ben sen biz siz onlar iki üç dört beş altı yedi sekiz dokuz on yüz bin hiçbir`),
		Opening:      set(`ve veya ya ama fakat ancak ki çünkü eğer hem ne kim nasıl neden niçin nerede ise`),
		BeforeNumber: set(`s. ss. sf. no. nr. c. bkz. böl. şek. tab. md. mad. fık. sok. cad. kat. yy. § §§`),
		BeforeName:   set("dr. prof. doç. av. sn. hz. yrd. öğr. gör. müh. alb. gen. st."),
		AfterNumber: set(`% °C °F K mm cm m km ha mg g gr kg t ml cl l L sn dk sa kB MB GB TB Hz kHz MHz V W kW TL ₺ $ € kuruş lira bin milyon milyar yy. yıl
			yılında yılı s. sayfa`),
		NoSentenceEnd: set(`Dr. Prof. Doç. Av. Sn. Hz. Yrd. Öğr. Gör. Müh. Alb. Gen. vb. vd. vs. bkz. Bkz. krş. örn. s. ss. c. no. No. böl. şek. md. yy. M.Ö. M.S.
			MÖ. MS. haz. çev. ed. yay. Apt. Cad. Sok. Mah. İng. Fr. Alm. Lat. Ar. Far. ` + ordinalDays),
		Matter: map[string]string{"onsoz": "preface", "sunus": "foreword", "baslarken": "preface", "giris": "introduction", "prolog": "prologue",
			"tesekkur": "acknowledgments", "tesekkurler": "acknowledgments", "epilog": "epilogue", "sonsoz": "afterword", "son-soz": "afterword",
			"on-soz": "preface", "sonuc": "conclusion", "ek": "appendix", "ekler": "appendix", "kolofon": "colophon",
			"gorsel-kaynaklari": "credits", "duzeltmeler": "errata", "yanlis-dogru-cetveli": "errata"},
		Letters:  "A B C Ç D E F G H I İ J K L M N O Ö P Q R S Ş T U Ü V W X Y Z",
		Repeated: set("yavaş çok ağır hızlı koşa güle bile sık zaman adım tek ayrı uzun büyük küçük güzel iri evet hayır kapı gide"),
		Joining:  set("ve veya ile bir bu o için de da ki"),
		Stem: stemBy(`lar ler ları leri ların lerin larda lerde lardan lerden lara lere ı i u ü yı yi yu yü a e ya ye da de ta te dan den tan ten ın in un ün
			nın nin nun nün ım im um üm sı si su sü mız miz muz müz nız niz nuz nüz la le yla yle ca ce ça çe lık lik luk lük cı ci cu cü lı li lu lü
			sız siz suz süz mak mek dı di du dü tı ti tu tü mış miş muş müş acak ecek ıyor iyor uyor üyor ar er ır ir ur ür`),
	}
}

func turkishReader() Reader {
	return Reader{
		Page:     []string{"sayfa", "sayfada", "sf", "s"},
		Line:     []string{"satır", "satırda", "str"},
		On:       []string{"şu"},
		Days:     []string{"pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"},
		HalfDays: []string{"öö", "ös"},
		Columns: Columns{
			Page:    []string{"sayfa", "sf.", "sf", "s.", "sayfa no"},
			Line:    []string{"satır", "satır no"},
			Comment: []string{"yorum", "yorumlar", "not", "notlar", "düzeltme", "görüş", "açıklama"},
			Reader:  []string{"okur", "okuyucu", "yazar", "ad", "kim", "kimden"},
			Words:   []string{"sözcükler", "alıntı", "metin", "vurgu", "pasaj"},
			New:     []string{"yeni", "yerine", "olmalı"},
			File:    []string{"dosya"},
			Row:     []string{"dosya satırı"},
			Date:    []string{"tarih", "oluşturulma"},
			Heading: []string{"bölüm", "başlık", "madde"},
			Book:    []string{"kitap", "kitap adı", "kitabın adı"},
		},
		Labels: Labels{
			Passage: []string{"vurgu", "alıntı", "metin", "pasaj"},
			Heading: []string{"bölüm", "başlık"},
			Comment: []string{"not", "yorum", "notum"},
		},
		Kindle: Kindle{
			Page:     []string{"sayfa"},
			Location: []string{"konum", "yer"},
			Added:    []string{"eklenme tarihi", "eklendi"},
			Note:     []string{"not"},
		},
		Excerpts: []string{"Alıntının kaynağı"},
		Anybody:  []string{"kullanıcı", "konuk", "misafir", "yönetici", "sahip", "bilinmiyor", "okur", "ben", "yazar", "anonim"},
	}
}

var turkishOrdinals = ordinals{
	first:  "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu",
	tens:   "onuncu yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı",
	before: "on yirmi otuz kırk elli altmış yetmiş seksen doksan",
	join:   " ",
}

// turkishCapital returns a word with a capital first letter: that of i has a dot.
func turkishCapital(word string) string {
	if rest, ok := strings.CutPrefix(word, "i"); ok {
		return "İ" + rest
	}
	return Capital(word)
}

// turkishOrdinal returns an ordinal number, in words up to the twelfth.
func turkishOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return turkishOrdinals.plain(n)
	}
	return strconv.Itoa(n) + "."
}
