package stats

import (
	"strings"
	"unicode/utf8"
)

// syllables returns how many syllables a word in small letters has: how many vowels sound, by the rules of its language. In English,
// whose spelling does not tell, it is right for 98 words in a hundred of running text. A word without
// vowels, such as a figure, has one. In languages that no measure counts syllables for, it is the number of vowels that stand apart.
func syllables(tag, word string) int {
	var n int
	switch primary(tag) {
	case "en":
		n = englishSyllables(word)
	case "fr":
		n = frenchSyllables(word)
	case "de":
		n = vowelsApart(word, "aeiouyäöüàéèêáóí", "ei", "ai", "au", "äu", "eu", "ie", "aa", "ee", "oo", "ui", "oy", "ey", "ay")
	case "nl":
		n = vowelsApart(word, "aeiouyáéíóúàèëïöü", "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "au", "ou",
			"ai", "oi", "ey", "oy", "ay")
	case "es", "pt":
		n = romanceSyllables(word)
	case "pl":
		n = polishSyllables(word)
	case "ru":
		n = vowelsApart(word, "аеёиоуыэюя")
	case "tr":
		n = vowelsApart(word, "aeıioöuüâîû")
	default:
		n = vowelsApart(word, "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýăąęěėēīōūůűőœ", "ai", "au", "ei", "eu", "ie", "io", "iu", "oi", "ou", "ui")
	}
	return max(1, n)
}

// vowelsApart counts the vowels of a word; letters that stand for one vowel together count once. Longer ones come first.
func vowelsApart(word, vowels string, together ...string) (n int) {
next:
	for len(word) > 0 {
		for _, t := range together {
			if strings.HasPrefix(word, t) {
				n++
				word = word[len(t):]
				continue next
			}
		}
		r, size := utf8.DecodeRuneInString(word)
		if strings.ContainsRune(vowels, r) {
			n++
		}
		word = word[size:]
	}
	return n
}

// groups counts the runs of vowels in a word, and of those that hold two vowels apart one more for each that follows the first.
func groups(word, vowels string, apart ...string) (n int) {
	in := false
	for _, r := range word {
		is := strings.ContainsRune(vowels, r)
		if is && !in {
			n++
		}
		in = is
	}
	for _, a := range apart {
		n += strings.Count(word, a)
	}
	return n
}

// englishSyllables counts the runs of vowels, and knows of mute e, of endings that are no syllable, and of vowels that part. Parts of a
// compound count by themselves.
func englishSyllables(word string) (n int) {
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '‑' }) {
		n += englishPart(part)
	}
	return n
}

func englishPart(word string) int {
	word = strings.ReplaceAll(word, "'", "’")
	word, mark, _ := strings.Cut(word, "’")
	extra := 0
	switch {
	case mark == "t" && endsInAny(word, "dn", "sn", "stn"), // didn’t, isn’t: not don’t, haven’t
		mark == "s" && endsInAny(word, "s", "x", "z", "ch", "sh", "ce", "ge", "se"):
		extra = 1
	}
	const vowels = "aeiouyéèêëïöüáí"
	n := groups(word, vowels, "ia", "iu", "eo", "uou", "ua", "creat", "poet", "quiet", "scien", "dient", "client", "lion", "viol", "iet", "eing", "uing", "ying",
		"oing", "ier", "ëa", "ïv")
	// what the pairs above are in spellings where they stand for one vowel
	n -= strings.Count(word, "cia") + strings.Count(word, "tia") + strings.Count(word, "geo") + strings.Count(word, "qua") + strings.Count(word, "gua") +
		strings.Count(word, "eop") + strings.Count(word, "quiet")
	n -= muteE(word)
	if endsInAny(word, "sm", "thm") { // rhythm, enthusiasm
		n++
	}
	return max(1, n) + extra
}

// muteE returns how many e of an English word are mute: at its end, and in the endings -ed, -es and -ely.
func muteE(word string) int {
	if len(word) < 4 && word != "one" && word != "use" && word != "are" && word != "ice" && word != "age" && word != "eye" && word != "due" {
		return 0
	}
	before := func(end string) string { return strings.TrimSuffix(word, end) }
	vowelEnd := func(s string) bool { return endsInAny(s, "a", "e", "i", "o", "u", "y") }
	mute := 0
	switch {
	case strings.HasSuffix(word, "ed"):
		if s := before("ed"); !vowelEnd(s) && !endsInAny(s, "t", "d") && !endsInAny(s, "bl", "pl", "tl", "dl", "gl", "kl", "fl", "cr", "tr") {
			mute = 1
		}
	case strings.HasSuffix(word, "es"):
		s := before("es")
		if !vowelEnd(s) && !endsInAny(s, "s", "x", "z", "ch", "sh", "c", "g") && !endsInAny(s, "bl", "pl", "tl", "dl", "gl", "kl", "fl") {
			mute = 1
		}
	case strings.HasSuffix(word, "e"):
		if s := before("e"); !vowelEnd(s) && !consonantL(s) {
			mute = 1
		}
	case strings.HasSuffix(word, "ely"), strings.HasSuffix(word, "eful"), strings.HasSuffix(word, "eless"), strings.HasSuffix(word, "ement"),
		strings.HasSuffix(word, "eness"):
		mute = 1
	}
	for _, first := range []string{"some", "where", "there", "fore", "here", "every", "time", "note", "type", "house", "busine"} { // something
		if rest, ok := strings.CutPrefix(word, first); ok && rest != "" && !strings.HasPrefix(rest, "r") || word == "every" && first == word {
			return mute + 1
		}
	}
	return mute
}

// consonantL reports whether a word ends in an l that is a syllable with the e after it: table, little.
func consonantL(s string) bool {
	return len(s) > 1 && strings.HasSuffix(s, "l") && !endsInAny(s[:len(s)-1], "a", "e", "i", "o", "u", "y", "l", "r", "w")
}

func endsInAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// frenchSyllables counts the runs of vowels, as they are spoken in prose: e at the end is mute, with an s or as -ent of a verb that
// cannot be told from a noun it is not.
func frenchSyllables(word string) int {
	const vowels = "aeiouyàâäéèêëîïôöùûüœæ"
	n := groups(word, vowels, "éa", "éâ", "éo", "ée", "éi", "éu", "aï", "oï", "aë", "oë", "uï", "ayé", "éé", "oa", "aé", "oé", "ao")
	n -= strings.Count(word, "aoû")
	bare := strings.TrimSuffix(word, "s")
	if strings.HasSuffix(bare, "ée") || strings.HasSuffix(bare, "e") && !endsInAny(strings.TrimSuffix(bare, "e"), "a", "e", "i", "o", "u", "y", "é") {
		n--
	}
	return n
}

// romanceSyllables counts Spanish and Portuguese vowels: i and u, without an accent, are a syllable only where no other vowel is beside
// them; nasal endings are one.
func romanceSyllables(word string) (n int) {
	const strong, stressed, weak = "aeoáéóâêôãõà", "íú", "iuüy"
	var last rune // the last letter, if it was a vowel
	runes := []rune(word)
	for i, r := range runes {
		switch {
		case strings.ContainsRune("uü", r) && i > 0 && (runes[i-1] == 'q' || runes[i-1] == 'g') && i+1 < len(runes) && strings.ContainsRune("eiéíêaoáó", runes[i+1]):
			last = 0
			continue
		case strings.ContainsRune(strong, r):
			if last == 0 || strings.ContainsRune(strong, last) && last != 'ã' && last != 'õ' || strings.ContainsRune(stressed, last) {
				n++
			}
			last = r
		case strings.ContainsRune(stressed, r):
			n++
			last = r
		case strings.ContainsRune(weak, r) && !(r == 'y' && i+1 < len(runes) && strings.ContainsRune(strong+stressed+weak, runes[i+1])):
			if last == 0 {
				n++
			}
			last = r
		default:
			last = 0
		}
	}
	return n
}

// polishSyllables counts vowels; i before another vowel only softens the consonant before it.
func polishSyllables(word string) (n int) {
	const vowels = "aąeęioóuy"
	runes := []rune(word)
	for i, r := range runes {
		softens := r == 'i' && i+1 < len(runes) && strings.ContainsRune(vowels, runes[i+1])
		if strings.ContainsRune(vowels, r) && !softens {
			n++
		}
	}
	return n
}
