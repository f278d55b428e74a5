"""Good files spoiled at random by the hundred thousand, and what the checker makes of them: `make fuzz`."""
