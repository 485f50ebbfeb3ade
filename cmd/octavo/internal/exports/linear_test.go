package exports

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/timing"
)

// TestLinear reads files of many marks of each form, and of two sizes.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	on := lamp(t)
	many := func(head, one, tail string) func(int) string {
		return func(n int) string {
			var b strings.Builder
			b.WriteString(head)
			for i := range n {
				b.WriteString(strings.ReplaceAll(one, "{i}", fmt.Sprint(i)))
			}
			return b.String() + tail
		}
	}
	for name, text := range map[string]func(int) string{
		"clippings": many("", "The Lamp (Roe)\n- Your Highlight on page 9 | Location 120-122 | Added on x {i}\n\nwords {i}\n==========\nThe Lamp (Roe)\n- Your Note on page 9 | Location 122 | Added on x {i}\n\nnote\n==========\n", ""),
		"open tags": many("<html><body>", "<div><p class='noteHeading'>x<p class='noteText'>the job was light {i}", ""),
		"notes":     many("", "“the job was light {i}”\n\nnote {i}\n\n", ""),
		"Lua":       many("return { [\"annotations\"] = {", `[{i}] = { text = "the job was light", note = "x" },`, "} }"),
		"changes": many(`<document-content><body><text><tracked-changes>`, `<changed-region id="c{i}"><deletion><p>x</p></deletion></changed-region>`,
			"</tracked-changes></text></body></document-content>"),
		"open changes": many(`<document-content><body><text><tracked-changes>`, `<changed-region id="c{i}"><insertion/></changed-region>`,
			"</tracked-changes><p>"+strings.Repeat(`<change-start change-id="c1"/><s/>`, 2000)+"</p></text></body></document-content>"),
		"comments": many(`<document-content><body><text><p>`, `word <annotation name="a{i}"><p>x</p></annotation>{i}<annotation-end name="a{i}"/> `, "</p></text></body></document-content>"),
		"links":    many("## Highlights\n", "- the job was light ([Page 9](https://x.example/{i}))\n    - Note: x\n", ""),
		"org":      many("\n#+begin_quote\n", "the job was light {i}\n", ""),
		"Google":   many(`<html><body><a id="cmnt_ref0">a</a>`, `<p>x<a id="cmnt_ref{i}">a</a></p><p><a id="cmnt{i}">a</a>y</p>`, ""),
		"a table":  many("words,comment\n", "the job was light,x {i}\n", ""),
	} {
		t.Run(name, func(t *testing.T) {
			timing.Linear(t, 500, func(n int) {
				if strings.HasPrefix(text(1), "<document-content") {
					ReadArchive(packed(t, "content.xml", text(n)), on)
					return
				}
				if _, err := Read(text(n), on); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}
