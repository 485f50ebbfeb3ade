package diag

import "strings"

// Retell returns what [Text] printed in colour as it prints it now, in colour or without. Whatever else a text says that was kept in a
// file is made harmless for a terminal.
func Retell(text string, color bool) string {
	var out strings.Builder
	codes := []string{colors.place, colors.error, colors.warning, colors.help, colors.dim, colors.caret, colors.off}
	for text != "" {
		at := strings.Index(text, "\x1b")
		if at < 0 {
			at = len(text)
		}
		out.WriteString(PrintableLines(text[:at]))
		text = text[at:]
		code := ""
		for _, c := range codes {
			if strings.HasPrefix(text, c) {
				code = c
			}
		}
		if code != "" && color {
			out.WriteString(code)
		}
		if code == "" && text != "" { // none of ours
			code = text[:1]
			out.WriteString(Printable(code))
		}
		text = text[len(code):]
	}
	return out.String()
}
