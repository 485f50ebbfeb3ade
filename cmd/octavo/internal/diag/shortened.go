package diag

import "strings"

// Shortened is a text cut after a word, so that a line of a margin holds it.
func Shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	at := strings.LastIndexByte(text[:most], ' ')
	if at <= 0 {
		at = strings.LastIndexFunc(text[:most], func(rune) bool { return true })
	}
	return strings.TrimRight(text[:at], " ,;:.") + "…"
}
