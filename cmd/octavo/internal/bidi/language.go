package bidi

import "golang.org/x/text/language"

// IsRightScript reports whether a script is written from the right to the left, by its code of ISO 15924.
func IsRightScript(code string) bool {
	switch code {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Samr", "Mand", "Rohg":
		return true
	}
	return false
}

// OfLanguage returns the level of a language by its tag (BCP 47); LeftToRight for what is no tag.
func OfLanguage(tag string) Level {
	t, err := language.Parse(tag)
	if err != nil {
		return LeftToRight
	}
	if script, _ := t.Script(); IsRightScript(script.String()) {
		return RightToLeft
	}
	return LeftToRight
}
