"""What a person does to a draft, as Changes."""
