package diag

import (
	"io"
	"net/url"
	"slices"
	"strings"
)

// region is a diagnostic's place in lines and columns, 1-based; columns count characters. The end is the place just
// after the trouble.
type region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

func (d *Diagnostic) region() region {
	line, column := d.Pos.Source.LineColumn(d.Pos.Offset)
	endLine, endColumn := line, column
	if d.End > d.Pos.Offset {
		endLine, endColumn = d.Pos.Source.LineColumn(d.End)
	}
	return region{line, column, endLine, endColumn}
}

type jsonDiagnostic struct {
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"endLine"`
	EndColumn int      `json:"endColumn"`
	Severity  string   `json:"severity"`
	Code      string   `json:"code"`
	Message   string   `json:"message"`
	Notes     []string `json:"notes"`
	Edits     []edit   `json:"edits"`
}

// edit is an Edit with its region.
type edit struct {
	region
	Text string `json:"text"`
}

// edits returns the changes that mend a diagnostic.
func (d *Diagnostic) edits() []edit {
	out := make([]edit, 0, len(d.Edits))
	for _, e := range d.Edits {
		at := Diagnostic{Pos: Pos{d.Pos.Source, e.At}, End: e.End}
		out = append(out, edit{at.region(), e.Text})
	}
	return out
}

// JSON prints the list for programs: an array of objects with the keys file, line, column, endLine, endColumn,
// severity ("error" or "warning"), code, message, notes (an array of strings) and edits (an array of objects with startLine,
// startColumn, endLine, endColumn and text: what mends it in that file, empty if there is more than one way or none). Every key is
// always there. Lines and
// columns are 1-based, columns count characters, the end is just after the trouble and equals the start for a point;
// a diagnostic without a place has file "" and zeros. Keys may be added, none will be renamed or removed.
func JSON(w io.Writer, list List) error {
	out := make([]jsonDiagnostic, len(list))
	for i := range list {
		d := &list[i]
		j := jsonDiagnostic{Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Notes: d.Notes, Edits: d.edits()}
		if d.Pos.IsValid() {
			r := d.region()
			j.File, j.Line, j.Column, j.EndLine, j.EndColumn = d.Pos.Source.Name, r.StartLine, r.StartColumn, r.EndLine, r.EndColumn
		}
		if j.Notes == nil {
			j.Notes = []string{}
		}
		out[i] = j
	}
	return EncodeJSON(w, out)
}

// Rule describes one code to readers of SARIF.
type Rule struct {
	Code     string
	Severity Severity // unless book.toml changes it
	Short    string   // one sentence
	Help     string   // how to mend it, or an offending example
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID      string     `json:"id"`
	Short   sarifText  `json:"shortDescription"`
	Help    *sarifText `json:"help,omitempty"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex *int            `json:"ruleIndex,omitempty"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifFix struct {
	Changes []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  region    `json:"deletedRegion"`
	Inserted sarifText `json:"insertedContent"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type sarifLocation struct {
	Physical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *region       `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

// SARIF prints the list as a log of SARIF 2.1.0 (OASIS, 27 March 2020), the form in which code hosts show findings.
// Rules describe the codes; file names are relative to %SRCROOT%, the book's folder.
func SARIF(w io.Writer, list List, rules []Rule) error {
	type driver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool    tool          `json:"tool"`
		Columns string        `json:"columnKind"`
		Results []sarifResult `json:"results"`
	}
	type log struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	index := make(map[string]int, len(rules))
	meta := make([]sarifRule, len(rules))
	for i, r := range rules {
		index[r.Code] = i
		meta[i] = sarifRule{ID: r.Code, Short: sarifText{r.Short}}
		meta[i].Default.Level = r.Severity.String()
		if r.Help != "" {
			meta[i].Help = &sarifText{r.Help}
		}
	}
	results := make([]sarifResult, len(list))
	for i := range list {
		d := &list[i]
		r := sarifResult{RuleID: d.Code, Level: d.Severity.String(),
			Message: sarifText{strings.Join(slices.Concat([]string{d.Message}, d.Notes), "\n")}}
		if n, ok := index[d.Code]; ok {
			r.RuleIndex = &n
		}
		if d.Pos.IsValid() {
			var at sarifLocation
			at.Physical.Artifact = sarifArtifact{relativeURI(d.Pos.Source.Name), "%SRCROOT%"}
			if len(d.Pos.Source.Text) > 0 { // a file that is not there has no region
				region := d.region()
				at.Physical.Region = &region
			}
			r.Locations = []sarifLocation{at}
			if len(d.Edits) > 0 {
				change := sarifChange{Artifact: at.Physical.Artifact}
				for _, e := range d.edits() {
					change.Replacements = append(change.Replacements, sarifReplacement{e.region, sarifText{e.Text}})
				}
				r.Fixes = []sarifFix{{[]sarifChange{change}}}
			}
		}
		results[i] = r
	}
	return EncodeJSON(w, log{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []run{{Tool: tool{driver{"octavo", meta}}, Columns: "unicodeCodePoints", Results: results}},
	})
}

// relativeURI is a slash-separated relative path as a URI reference (RFC 3986): every segment percent-encoded, and a
// first segment with a colon kept from looking like a scheme.
func relativeURI(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return strings.ReplaceAll(strings.Join(segments, "/"), ":", "%3A")
}
