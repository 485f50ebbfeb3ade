package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
)

// chosenProfiles is the profiles that --profile names, each once; nil when the flag is not given.
func chosenProfiles(cmd *cobra.Command, names []string) ([]string, error) {
	if !cmd.Flags().Changed("profile") {
		return nil, nil
	}
	var profiles []string
	for _, name := range names {
		if !slices.Contains(config.Profiles, name) {
			return nil, usagef(cmd, "there is no profile %q; --profile takes %s", name, strings.Join(config.Profiles, ", "))
		}
		if !slices.Contains(profiles, name) {
			profiles = append(profiles, name)
		}
	}
	if len(profiles) == 0 {
		return nil, usagef(cmd, "--profile names no profile; it takes %s", strings.Join(config.Profiles, ", "))
	}
	return profiles, nil
}
