package lang

import "sync"

// names are the names of the languages of the table, in English and in the language itself, for messages.
var names = sync.OnceValue(func() map[string][2]string {
	return map[string][2]string{
		"en": {"English", "English"}, "en-GB": {"British English", "British English"}, "en-AU": {"Australian English", "Australian English"},
		"de": {"German", "Deutsch"}, "de-AT": {"Austrian German", "Österreichisches Deutsch"}, "de-CH": {"Swiss German", "Schweizer Hochdeutsch"},
		"fr": {"French", "français"}, "fr-CA": {"Canadian French", "français canadien"}, "fr-CH": {"Swiss French", "français suisse"},
		"es": {"Spanish", "español"}, "es-MX": {"Mexican Spanish", "español de México"}, "pt-BR": {"Brazilian Portuguese", "português"},
		"pt-PT": {"European Portuguese", "português europeu"}, "it": {"Italian", "italiano"}, "nl": {"Dutch", "Nederlands"}, "sv": {"Swedish", "svenska"},
		"da": {"Danish", "dansk"}, "nb": {"Norwegian Bokmål", "norsk bokmål"}, "nn": {"Norwegian Nynorsk", "norsk nynorsk"}, "fi": {"Finnish", "suomi"},
		"is": {"Icelandic", "íslenska"}, "pl": {"Polish", "polski"}, "cs": {"Czech", "čeština"}, "sk": {"Slovak", "slovenčina"}, "hu": {"Hungarian", "magyar"},
		"ro": {"Romanian", "română"}, "hr": {"Croatian", "hrvatski"}, "sl": {"Slovenian", "slovenščina"}, "et": {"Estonian", "eesti"},
		"lv": {"Latvian", "latviešu"}, "lt": {"Lithuanian", "lietuvių"}, "ca": {"Catalan", "català"}, "tr": {"Turkish", "Türkçe"}, "el": {"Greek", "Ελληνικά"},
		"ru": {"Russian", "русский"}, "uk": {"Ukrainian", "українська"}, "bg": {"Bulgarian", "български"}, "la": {"Latin", "Latina"},
		"eo": {"Esperanto", "Esperanto"}, "he": {"Hebrew", "עברית"}, "ar": {"Arabic", "العربية"}, "fa": {"Persian", "فارسی"},
	}
})

// Names returns the names of a language of the table by its tag, as it stands there, in English and in the language itself.
func Names(tag string) (english, own string) { return names()[tag][0], names()[tag][1] }
