package epub

import "strings"

// mirrored returns the style sheet of a book that is written from the right: what it says of the left holds for the right, and the
// other way round. Logical properties, which would do that by themselves, are unknown to readers of EPUB that are in use. Code
// keeps its side, and so do columns of a table that have one of their own. Nothing is letterspaced: that would part the letters of
// Arabic.
func mirrored(css string) string {
	var out strings.Builder
	selector := ""
	keep := false
	for line := range strings.Lines(css) {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasSuffix(text, "{"):
			selector += text
			keep = ownSide(selector)
			selector = ""
		case strings.HasSuffix(text, ",") && !strings.Contains(text, ": "):
			selector += text
		case strings.HasPrefix(text, "letter-spacing: ") && text != "letter-spacing: normal;":
			continue
		case !keep && strings.HasSuffix(text, ";"):
			line = mirroredDeclaration(line)
		}
		out.WriteString(line)
	}
	return out.String()
}

// ownSide reports whether the rule of a selector is the same in every book.
func ownSide(selector string) bool {
	return strings.HasPrefix(selector, "pre") || strings.HasPrefix(selector, "th.") || strings.HasPrefix(selector, "td.")
}

// mirroredDeclaration returns a declaration, such as "margin: 0 0 0 1em;", with its sides exchanged.
func mirroredDeclaration(line string) string {
	name, value, ok := strings.Cut(line, ": ")
	if !ok {
		return line
	}
	property := strings.TrimSpace(name)
	switch {
	case strings.HasSuffix(property, "-left") || strings.HasSuffix(property, "-right"):
		name = exchanged(name)
	case property == "text-align" || property == "float" || property == "clear":
		value = exchanged(value)
	case property == "margin" || property == "padding":
		if sides := strings.Fields(strings.TrimSuffix(strings.TrimSpace(value), ";")); len(sides) == 4 {
			value = sides[0] + " " + sides[3] + " " + sides[2] + " " + sides[1] + ";\n"
		}
	}
	return name + ": " + value
}

// exchanged returns words with left for right and right for left.
func exchanged(s string) string {
	if strings.Contains(s, "left") {
		return strings.Replace(s, "left", "right", 1)
	}
	return strings.Replace(s, "right", "left", 1)
}
