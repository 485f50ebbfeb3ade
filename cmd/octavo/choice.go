package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// pick returns the values that a flag names, each once; nil where the flag is not given. A noun says what they are.
func pick(cmd *cobra.Command, flag, noun string, asked, possible []string) ([]string, error) {
	if !cmd.Flags().Changed(flag) {
		return nil, nil
	}
	var out []string
	for _, value := range asked {
		if err := mustBeOneOf(cmd, flag, noun, value, possible); err != nil {
			return nil, err
		}
		if !slices.Contains(out, value) {
			out = append(out, value)
		}
	}
	if len(out) == 0 {
		return nil, usagef(cmd, "--%s names no %s; it takes %s", flag, noun, alternatives(possible))
	}
	return out, nil
}

// mustBeOneOf returns a usage error for a flag's value that is none of the possible ones.
func mustBeOneOf(cmd *cobra.Command, flag, noun, value string, possible []string) error {
	if slices.Contains(possible, value) {
		return nil
	}
	return usagef(cmd, "there is no %s %q; --%s takes %s", noun, value, flag, alternatives(possible))
}

// alternatives is a list in words: "pdf, epub or cards".
func alternatives(values []string) string {
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}
