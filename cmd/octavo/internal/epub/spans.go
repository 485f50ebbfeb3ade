package epub

import "octavo/cmd/octavo/internal/config"

// spans writes the rules for words that are set apart. What stands above or below a line does not part it from the next.
func (s *sheet) spans(st *config.Style) {
	s.rule("sup, sub", "font-size: 0.7em", "line-height: 0", "font-variant-numeric: lining-nums")
	s.rule("sup", "vertical-align: 0.4em")
	s.rule("sub", "vertical-align: -0.2em")
	s.rule("u", "text-decoration: underline")
	s.rule("mark", "background-color: rgba(128, 128, 128, 0.25)", "color: inherit", "padding: 0 0.1em")
	s.rule("small", "font-size: 0.85em")
	s.rule("abbr", "text-decoration: none")
	if st == nil {
		return
	}
	s.rule("kbd", "font-family: inherit")
	s.rule(".small-caps, kbd", face(st, config.SmallCaps)...)
	s.rule("em .small-caps", "font-style: italic")
}
