package epub

import "testing"

func TestMirrored(t *testing.T) {
	for css, want := range map[string]string{
		"p {\n  margin-left: 1em;\n}\n":                                "p {\n  margin-right: 1em;\n}\n",
		"p {\n  text-align: right;\n}\n":                               "p {\n  text-align: left;\n}\n",
		"p {\n  text-align: center;\n}\n":                              "p {\n  text-align: center;\n}\n",
		"p {\n  margin: 1em 0 2em 3em;\n}\n":                           "p {\n  margin: 1em 3em 2em 0;\n}\n",
		"p {\n  margin: 1em 0;\n}\n":                                   "p {\n  margin: 1em 0;\n}\n",
		"p {\n  letter-spacing: 0.2em;\n  float: left;\n}\n":           "p {\n  float: right;\n}\n",
		"pre .line {\n  padding-left: 1em;\n}\n":                       "pre .line {\n  padding-left: 1em;\n}\n",
		"th.right,\ntd.right {\n  text-align: right;\n}\n":             "th.right,\ntd.right {\n  text-align: right;\n}\n",
		".at-right {\n  text-align: right;\n}\n":                       ".at-right {\n  text-align: left;\n}\n",
		"@supports (a: b) {\n  p {\n    padding-right: 1em;\n  }\n}\n": "@supports (a: b) {\n  p {\n    padding-left: 1em;\n  }\n}\n",
	} {
		if got := mirrored(css); got != want {
			t.Errorf("%s: %s", css, got)
		}
	}
}
