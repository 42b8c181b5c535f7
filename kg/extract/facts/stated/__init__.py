"""Whether a figure is stated at all, and of anybody who has a part in the release."""
