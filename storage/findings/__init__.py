"""What can be computed again from the documents: mentions, parallel passages, quantities, dates."""
