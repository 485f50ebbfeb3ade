package check

import (
	"slices"

	"octavo/cmd/octavo/internal/diag"
)

func levelUnknown(f *facts) {
	codes := make([]string, 0, len(f.rules))
	for _, r := range f.rules {
		if r.Severity == diag.Warning {
			codes = append(codes, r.Code)
		}
	}
	for _, code := range levels(f) {
		if slices.ContainsFunc(f.rules, func(r Rule) bool { return r.Code == code }) {
			continue
		}
		pos, end := f.cfg.Key("check.levels." + code)
		d := f.report(pos, "unknown code %q", code).To(end)
		if s := diag.Suggest(code, codes); s != "" {
			d.Note("did you mean %s?", s)
		} else {
			d.Note("use the code between brackets at the end of a warning")
		}
	}
}

func levelError(f *facts) {
	for _, code := range levels(f) {
		if slices.ContainsFunc(f.rules, func(r Rule) bool { return r.Code == code && r.Severity == diag.Error }) {
			pos, end := f.cfg.Key("check.levels." + code)
			f.report(pos, "%s is an error; only warnings can be silenced", code).To(end).Note("delete the line, and correct what the error reports")
		}
	}
}

// levels returns the codes that book.toml names, sorted.
func levels(f *facts) []string {
	codes := make([]string, 0, len(f.cfg.Check.Levels))
	for code := range f.cfg.Check.Levels {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}
