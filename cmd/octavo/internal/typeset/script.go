package typeset

import (
	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/lang"
)

// scriptRun is a run of text in one script, by its bytes.
type scriptRun struct {
	from, to int
	script   language.Script
}

// scriptRuns divides text by the scripts of its characters (UAX 24, section 5.1): what all scripts share, such as spaces,
// figures and stops, goes with what stands before it, or at the beginning of a text with what follows. Text of nothing else
// is in the script of the language.
func scriptRuns(text string, l *lang.Language) (runs []scriptRun) {
	for at, r := range text {
		script := language.LookupScript(r)
		if !script.Strong() || len(runs) > 0 && runs[len(runs)-1].script == script {
			continue
		}
		run := scriptRun{from: at, script: script}
		if len(runs) == 0 {
			run.from = 0
		} else {
			runs[len(runs)-1].to = at
		}
		runs = append(runs, run)
	}
	if len(runs) == 0 {
		script, err := language.ParseScript(l.Script())
		if err != nil {
			script = language.Latin
		}
		runs = append(runs, scriptRun{script: script})
	}
	runs[len(runs)-1].to = len(text)
	return runs
}
