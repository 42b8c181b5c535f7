"""What stands in a sentence: values, periods, concepts and parties as slots of one coded line."""
