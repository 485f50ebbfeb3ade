package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/project"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which octavo this is",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "octavo %s %s %s/%s\n", project.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
