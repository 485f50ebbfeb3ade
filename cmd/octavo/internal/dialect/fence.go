package dialect

import "strings"

// Fence returns what the words after the first line of a fenced code block ask of a program, or nil if the block is code.
func Fence(info string) *Kind {
	info = strings.TrimSpace(info)
	word, _, _ := strings.Cut(info, " ")
	switch strings.ToLower(word) {
	case "dataview", "dataviewjs", "query", "tasks", "button":
		return query
	case "mermaid", "plantuml", "math", "graphviz", "chart", "markmap", "ditaa", "vega-lite":
		return diagram
	}
	switch {
	case strings.HasPrefix(word, "ad-"):
		return noteBlock
	case strings.HasPrefix(info, "{="):
		return rawBlock
	case !strings.HasPrefix(info, "{") || strings.HasPrefix(info, "{.") || strings.HasPrefix(info, "{#"):
		return nil
	}
	inside, _, _ := strings.Cut(info[1:], "}")
	language, _, _ := strings.Cut(strings.TrimSpace(inside), " ")
	switch strings.ToLower(strings.TrimRight(language, ",")) {
	case "r", "python", "julia", "bash", "sql", "ojs", "sh", "js", "stan", "rcpp", "code-cell":
		return chunk
	case "mermaid", "dot", "math":
		return diagram
	}
	return directive
}

// Code returns what code in running text asks of a program, or nil if it is code: `r nrow(x)` of R Markdown, `{python} x` of Quarto,
// `= this.file.name` of Dataview.
func Code(code string) *Kind {
	switch {
	case strings.HasPrefix(code, "r ") && strings.ContainsAny(code, "($["),
		strings.HasPrefix(code, "{r} "), strings.HasPrefix(code, "{python} "), strings.HasPrefix(code, "{julia} "), strings.HasPrefix(code, "{ojs} "):
		return chunk
	case strings.HasPrefix(strings.TrimLeft(code, "= "), "this.") && strings.HasPrefix(code, "="):
		return query
	}
	return nil
}
