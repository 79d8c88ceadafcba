"""The library: reads what people edit in prompts/, and says file and line when something is wrong."""
