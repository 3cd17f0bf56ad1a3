site-cases = マイお問い合わせ
