package manuscript

import "testing"

func TestFancyLists(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"letters", "x\n\na. One\nb. Two *b*\n   goes on\nc. Three\n\ny",
			"p x\nlist a. tight=true\n item\n  p One\n item\n  p Two {em b} goes on\n item\n  p Three\np y"},
		{"roman", "i) roman\nii) roman\niii) more\niv) four", "list i) tight=true\n item\n  p roman\n item\n  p roman\n item\n  p more\n item\n  p four"},
		{"parens", "(1) One\n\n    More.\n\n(2) Two\n\nAfter.", "list (1) tight=false\n item\n  p One\n  p More.\n item\n  p Two\np After."},
		{"counted", "#. One\n#. Two", "list 1. tight=true\n item\n  p One\n item\n  p Two"},
		{"capitals", "A. One\nB. Two\n\nI. One\nII. Two", "list A. tight=true\n item\n  p One\n item\n  p Two\nlist I. tight=true\n item\n  p One\n item\n  p Two"},
		{"nested", "a. One\n\n   - x\n   - y\n\nb. Two", "list a. tight=false\n item\n  p One\n  list - tight=true\n   item\n    p x\n   item\n    p y\n item\n  p Two"},
		{"in a list", "- (a) One\n  (b) Two\n- z", "list - tight=true\n item\n  list (a) tight=true\n   item\n    p One\n   item\n    p Two\n item\n  p z"},
		{"prose", "A. Cook wrote it.\n\nI. e. not.\n\na. m.\n\n(1) is the first.\n\n(c) 2020\n\n#. x",
			"p A. Cook wrote it.\np I. e. not.\np a. m.\np (1) is the first.\np (c) 2020\np #. x"},
		{"in a paragraph", "x\na. One\nb. Two", "p x a. One b. Two"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, diags := ParseChapter("c.md", []byte(test.text))
			compare(t, "blocks", dump(c.Blocks), test.want)
			compare(t, "diagnostics", summary(diags), "")
		})
	}
}
