"""What a figure is called, in the words of the release."""
