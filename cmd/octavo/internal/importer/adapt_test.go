package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAdapted writes the forms of other programs in those of octavo.
func TestAdapted(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"hints of GitBook", "{% hint style=\"info\" %}\nSo.\n{% endhint %}\n", "::: note\n\nSo.\n\n:::\n"},
		{"a notice of Hugo", "{{% notice tip %}}\nSo.\n{{% /notice %}}\n", "::: tip\n\nSo.\n\n:::\n"},
		{"a figure of Hugo", "{{< figure src=\"/a.png\" title=\"Ours\" alt=\"a door\" >}}\n", "![a door](a.png \"Ours\")\n"},
		{"a figure of Jekyll", "{% include figure.html src=\"a.png\" caption=\"Ours\" %}\n", "![Ours](a.png \"Ours\")\n"},
		{"references", "[a]({{< ref \"b.md\" >}}) [c]({% post_url 2019-d %})\n", "[a](b.md) [c](2019-d.md)\n"},
		{"tabs", "{% tabs %}\n{% tab title=\"Oars\" %}\nTwo.\n{% endtab %}\n{% endtabs %}\n", "**Oars**\n\nTwo.\n"},
		{"code between codes", "{% highlight go %}\nx := {{ y }}\n{% endhighlight %}\n", "```go\nx := {{ y }}\n```\n"},
		{"a badge", "[![Build](https://a.example/b.svg)](https://c.example)\n", "[Build](https://c.example)\n"},
		{"a chunk", "```{r, echo=FALSE}\nx\n```\n\nIt is `r x(1)`.\n", "```r\nx\n```\n\nIt is `x(1)`.\n"},
		{"a note of MyST", "```{warning} Hot\n:class: x\nTea.\n```\n", "::: warning Hot\nTea.\n:::\n"},
		{"a query", "Tea.\n\n```dataview\nLIST\n```\n\nCake.\n", "Tea.\n\n\nCake.\n"},
		{"a break between scenes", "Tea.\n\n#\n\nCake.\n\n~\n\nEnd.\n", "Tea.\n\n* * *\n\nCake.\n\n* * *\n\nEnd.\n"},
		{"attributes of Markua", "{id: tea, sample: true}\n# Tea\n\n{width=50%, alt: \"a cup\"}\n![Cup](c.png)\n\n{aside}\n## Milk\n{/aside}\n",
			"# Tea {#tea}\n\n![a cup](c.png \"Cup\"){width=50%}\n\n{aside}\n## Milk\n{/aside}\n"},
		{"tags without a form", "<Tabs>\n  <Item>Tea.</Item>\n</Tabs>\n", "  Tea.\n"},
		{"kramdown's contents", "* Contents of this page\n{:toc}\n\nTea.\n", "Tea.\n"},
		{"pictures on a network", "![](https://a.example/b.png)\n\n![](https://a.example/c.png){width=50%} ![d](https://a.example/d.png){width=50%}\n",
			"<https://a.example/b.png>\n\n<https://a.example/c.png> [d](https://a.example/d.png)\n"},
		{"emoji", "💡 Tea ✅ is ⚠️ hot.\n", "Tea is ⚠ hot.\n"},
		{"a block's name", "Tea at five. ^tea-five\n", "Tea at five.\n"},
		{"markup within markup", "{++a %%b%% c++}\n", "a c\n"},
		{"a table drawn with dashes", "a   b\n--- ---\n1   2\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"},
		{"what is code", "`%%a%%` and\n\n```\n{% tab %} $x$\n```\n", "`%%a%%` and\n\n```\n{% tab %} $x$\n```\n"},
		{"prose", "From $5 to $10, {curly}, [sic] :: and C++ 50%% more.\n", "From $5 to $10, {curly}, [sic] :: and C++ 50%% more.\n"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		ms, err := Read(t.Context(), []string{dir}, KeepSections)
		if err != nil {
			t.Fatal(err)
		}
		squeeze := func(s string) string {
			for strings.Contains(s, "\n\n") {
				s = strings.ReplaceAll(s, "\n\n", "\n")
			}
			return strings.Trim(s, "\n")
		}
		if got := string(ms.Chapters[0].Text); squeeze(got) != squeeze(c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}
