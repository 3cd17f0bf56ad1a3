mail-cases-button = マイお問い合わせ
